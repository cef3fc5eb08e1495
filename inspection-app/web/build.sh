#!/bin/sh
# Builds the web application into dist/. Called by Maven, and by hand: sh build.sh
# Installs only when the lock has changed since the last installation, builds only when a source is
# newer than the last build; when nothing has changed it needs no network and ends at once.
set -eu
cd "$(dirname "$0")"

say() { printf 'web: %s\n' "$1"; }

command -v npm >/dev/null 2>&1 || {
  say 'npm is missing: install Node.js 20.19 or newer (Debian and Ubuntu: apt install nodejs npm; macOS: brew install node)' >&2
  exit 1
}
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' || {
  say "Node.js $(node --version) is too old: 20.19 or newer is needed" >&2
  exit 1
}

installed=node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ -n "$(find package-lock.json -newer "$installed")" ]; then
  say 'installing packages (npm ci, half a minute the first time) ...'
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
  touch "$installed"
fi

built=dist/index.html
if [ -f "$built" ] && [ -z "$(find src public index.html package-lock.json vite.config.ts tsconfig.json -newer "$built")" ]; then
  say 'up to date'
  exit 0
fi
say 'checking types ...'
./node_modules/.bin/tsc --noEmit
say 'building ...'
./node_modules/.bin/vite build --logLevel warn
touch "$built"
say "built: $(du -sh dist | cut -f1)"

// What people write by hand: cut the frame, check its check sum, take the values out of it.
const frame = msg.payload;
if (frame.length < 12 || frame.toString('latin1', 0, 2) !== '##') {
  return null;
}
const length = parseInt(frame.toString('latin1', 2, 6), 10);
const segment = frame.subarray(6, 6 + length);
let crc = 0xffff;
for (const byte of segment) {
  crc = (crc >> 8) ^ byte;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
}
const found = frame.toString('latin1', 6 + length, 10 + length);
if (found.toUpperCase() !== crc.toString(16).toUpperCase().padStart(4, '0')) {
  return null;
}
const text = segment.toString('utf8');
const mn = /(?:^|;)MN=([^;]*)/.exec(text)[1];
const data = text.substring(text.indexOf('CP=&&') + 5, text.lastIndexOf('&&'));
const row = { mn, at: null, factors: {} };
for (const item of data.split(/[;,]/)) {
  const [name, value] = item.split('=');
  if (name === 'DataTime') {
    row.at = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}T${value.slice(8, 10)}:${value.slice(10, 12)}:${value.slice(12, 14)}+08:00`;
  } else {
    const [factor, part] = name.split('-');
    (row.factors[factor] ||= {})[part] = Number(value);
  }
}
msg.payload = row;
return msg;

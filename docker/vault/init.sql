-- Runs once, when the server's directory is empty: the owner brings the schema up to date, the application owns nothing.
\getenv owner_password VAULT_OWNER_PASSWORD
\getenv application_password VAULT_PASSWORD
create role tijian_vault login password :'owner_password';
create role tijian_vault_application login password :'application_password';
create database vault owner tijian_vault;
revoke all on database vault from public;
grant connect on database vault to tijian_vault_application;

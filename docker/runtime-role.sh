#!/bin/sh
# The role that the OMC works with; the OMC grants it what it needs. PostgreSQL's image runs this with an empty volume.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$OMC_RUNTIME_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role omc_runtime login password :'password';
SQL

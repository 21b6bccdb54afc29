// jsforce on a running sandbox: each step prints PASS or FAIL with its name; the exit code counts failures.
// Usage: node jsforce.mjs SANDBOX.json NODE_MODULES PACKAGE
import fs from 'node:fs';
import { createRequire } from 'node:module';

const [file, modules, name] = process.argv.slice(2);
const info = JSON.parse(fs.readFileSync(file));
const jsforce = createRequire(modules + '/x.js')(name);
const conn = new jsforce.Connection({ instanceUrl: info.instanceUrl, accessToken: info.accessToken, version: '66.0' });
let failed = 0;

async function step(what, action) {
  try {
    if (!(await action())) throw new Error('not as expected');
    console.log(`PASS ${name} ${what}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name} ${what}: ${error.message}`);
  }
}

let rows = [];
await step('client-credentials', async () => {
  const oauth2 = { clientId: info.clientId, clientSecret: info.clientSecret, loginUrl: info.instanceUrl };
  const signedIn = new jsforce.Connection({ instanceUrl: info.instanceUrl, oauth2 });
  await signedIn.authorize({ grant_type: 'client_credentials' });
  return signedIn.accessToken;
});
await step('query', async () => (rows = (await conn.query('SELECT Id, Name FROM Account LIMIT 5')).records).length === 5);
await step('describe', async () => (await conn.sobject('Account').describe()).fields.some((f) => f.name === 'Territory__c'));
await step('describe-global', async () => (await conn.describeGlobal()).sobjects.length > 20);
await step('bulk2-query', async () => (await (await conn.bulk2.query('SELECT Id FROM Account LIMIT 5')).toArray()).length === 5);
await step('bulk2-load', async () => {
  const input = rows.map((row) => ({ Id: row.Id, Rating: 'Warm' }));
  const options = { object: 'Account', operation: 'update', input, pollInterval: 300, pollTimeout: 30000 };
  return (await conn.bulk2.loadAndWaitForResults(options)).successfulResults.length === 5;
});
await step('update', async () => (await conn.sobject('Account').update({ Id: rows[0].Id, Rating: 'Cold' })).success);
await step('collections', async () =>
  (await conn.sobject('Account').update(rows.map((row) => ({ Id: row.Id, Rating: 'Hot' })))).every((r) => r.success));
await step('retrieve', async () => (await conn.sobject('Account').retrieve(rows.map((row) => row.Id))).length === 5);
await step('identity', async () => (await conn.identity()).username === info.jwtUsername);
await step('updated', async () => {
  const found = await conn.sobject('Account').updated(new Date(Date.now() - 600000), new Date(Date.now() + 60000));
  return Array.isArray(found.ids);
});
await step('create-destroy', async () => {
  const made = await conn.sobject('Account').create({ Name: 'Short lived' });
  return (await conn.sobject('Account').destroy(made.id)).success;
});
await step('groups', async () => (await conn.query('SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry')).records[0].n > 0);
await step('children', async () => (await conn.query('SELECT Id, (SELECT Id FROM Contacts) FROM Account LIMIT 2')).records.length === 2);
process.exit(failed);

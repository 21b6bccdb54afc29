// jsforce on a running sandbox: each step prints PASS or FAIL with its name; the exit code counts failures.
// Usage: node jsforce.mjs SANDBOX.json NODE_MODULES PACKAGE
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';

const [file, modules, name] = process.argv.slice(2);
const info = JSON.parse(fs.readFileSync(file));
const jsforce = createRequire(modules + '/x.js')(name);
const conn = new jsforce.Connection({ instanceUrl: info.instanceUrl, accessToken: info.accessToken, version: '66.0' });
const account = conn.sobject('Account');
let failed = 0;

async function step(what, action) {
  try {
    await action();
    console.log(`PASS ${name} ${what}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name} ${what}: ${error.message}`);
  }
}

/** The action must be refused with this error code, worded so. */
const refused = (what, code, words, action) =>
  step(`refuses ${what}`, () =>
    assert.rejects(action, (error) => {
      assert.equal(error.errorCode ?? error.name, code, `${error.errorCode}: ${error.message}`);
      assert.match(error.message, words);
      return true;
    })
  );

const query = async (soql) => (await conn.query(soql)).records;

// signing in
const loginUrl = info.instanceUrl;
await step('client-credentials', async () => {
  const oauth2 = { clientId: info.clientId, clientSecret: info.clientSecret, loginUrl };
  const signedIn = new jsforce.Connection({ instanceUrl: info.instanceUrl, oauth2 });
  await signedIn.authorize({ grant_type: 'client_credentials' });
  assert.ok(signedIn.accessToken);
});
await step('soap-login', async () => {
  const signedIn = new jsforce.Connection({ loginUrl, version: '64.0' });
  const user = await signedIn.login(info.jwtUsername, info.password + info.securityToken);
  assert.equal(user.organizationId, info.orgId);
  assert.equal((await signedIn.query('SELECT Id FROM Account LIMIT 1')).records.length, 1);
});
await step('password-flow', async () => {
  const oauth2 = { clientId: info.clientId, clientSecret: info.clientSecret, loginUrl };
  const signedIn = new jsforce.Connection({ oauth2 });
  await signedIn.login(info.jwtUsername, info.password + info.securityToken);
  assert.equal(signedIn.instanceUrl, info.instanceUrl);
});
await step('refuses a wrong password', () =>
  assert.rejects(
    new jsforce.Connection({ loginUrl, version: '64.0' }).login(info.jwtUsername, 'wrong'),
    /INVALID_LOGIN: Invalid username, password, security token; or user locked out/
  )
);
await step('identity', async () => assert.equal((await conn.identity()).username, info.jwtUsername));
await refused('an old session', 'INVALID_SESSION_ID', /Session expired or invalid/, () =>
  new jsforce.Connection({ instanceUrl: info.instanceUrl, accessToken: '00Dx!old', version: '66.0' }).query('SELECT Id FROM Account')
);

// records
let id;
await step('create', async () => {
  const made = await account.create({ Name: 'Acme Nörd', Industry: 'Energy', AnnualRevenue: 1000.0, Rating: null });
  assert.deepEqual([made.success, made.errors], [true, []]);
  id = made.id;
});
await step('retrieve', async () => {
  const found = await account.retrieve(id);
  assert.equal(found.Name, 'Acme Nörd');
  assert.equal(found.attributes.type, 'Account');
  assert.equal(found.Rating, null);
});
await step('update', async () => assert.ok((await account.update({ Id: id, Rating: 'Cold' })).success));
await step('create-many', async () => {
  const made = await conn.sobject('Contact').create([
    { LastName: 'One', AccountId: id },
    { LastName: 'Two', AccountId: id },
    { FirstName: 'Nameless' },
  ]);
  assert.deepEqual(made.map((one) => one.success), [true, true, false]);
  assert.equal(made[2].errors[0].statusCode, 'REQUIRED_FIELD_MISSING');
  assert.deepEqual(made[2].errors[0].fields, ['LastName']);
});
await step('create-all-or-none', async () => {
  const made = await account.create([{ Name: 'Good' }, {}], { allOrNone: true });
  assert.equal(made[0].errors[0].statusCode, 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
  assert.equal((await query("SELECT Id FROM Account WHERE Name = 'Good'")).length, 0);
});
await step('retrieve-many', async () => {
  const rows = await query('SELECT Id FROM Account LIMIT 250');
  const found = await account.retrieve(rows.slice(0, 200).map((row) => row.Id));
  assert.equal(found.length, 200);
});
await step('update-many', async () => {
  const rows = await query('SELECT Id FROM Account LIMIT 5');
  const done = await account.update(rows.map((row) => ({ Id: row.Id, Rating: 'Hot' })));
  assert.ok(done.every((one) => one.success));
});
await step('upsert-many', async () => {
  const done = await account.upsert([{ Id: id, Rating: 'Warm' }], 'Id');
  assert.ok(done[0].success, JSON.stringify(done));
});
await step('find', async () => {
  const found = await account.find({ Name: { $like: 'Acme%' } }, ['Id', 'Name']).sort('-CreatedDate').limit(5);
  assert.equal(found[0].Id, id);
});
await step('find-with-children', async () => {
  const found = await account.select('Id, Name').include('Contacts').select('LastName').end().where({ Id: id });
  assert.deepEqual(found[0].Contacts.records.map((one) => one.LastName).sort(), ['One', 'Two']);
});
await step('count', async () => assert.equal(await account.count({ Id: id }), 1));
await refused('a record without its name', 'REQUIRED_FIELD_MISSING', /Required fields are missing: \[Name\]/, () => account.create({}));
await refused('an unknown field', 'INVALID_FIELD', /No such column 'Nope__c' on sobject of type Account/, () =>
  account.create({ Name: 'A', Nope__c: 1 })
);
await refused('too long a text', 'STRING_TOO_LONG', /data value too large: x+ \(max length=255\)/, () =>
  account.create({ Name: 'x'.repeat(256) })
);
await refused('a wrong lookup', 'INVALID_CROSS_REFERENCE_KEY', /invalid cross reference id/, () =>
  account.create({ Name: 'A', OwnerId: '005000000000000AAA' })
);
await refused('a malformed id', 'MALFORMED_ID', /id value of incorrect type: nonsense/, () =>
  account.create({ Name: 'A', OwnerId: 'nonsense' })
);
await refused('a record that is not there', 'NOT_FOUND', /requested resource does not exist/, () =>
  account.update({ Id: '001000000000000AAA', Rating: 'Hot' })
);
await refused('a field nobody may set', 'INVALID_FIELD_FOR_INSERT_UPDATE', /Unable to create\/update fields: CreatedDate/, () =>
  account.update({ Id: id, CreatedDate: '2020-01-01T00:00:00Z' })
);
await refused('a date that is none', 'JSON_PARSER_ERROR', /Cannot deserialize instance of date from VALUE_STRING value nonsense/, () =>
  conn.sobject('Opportunity').create({ Name: 'D', StageName: 'Prospecting', CloseDate: 'nonsense' })
);
await refused('a picklist value', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', /bad value for restricted picklist field/, () =>
  account.create({ Name: 'A', BillingGeocodeAccuracy: 'Guess' })
);

// queries
await step('query-more', async () => {
  const first = await conn.query('SELECT Id FROM Account', { headers: { 'Sforce-Query-Options': 'batchSize=200' } });
  assert.deepEqual([first.done, first.records.length], [false, 200]);
  const second = await conn.queryMore(first.nextRecordsUrl);
  assert.equal(first.totalSize, second.totalSize);
  assert.ok(second.records.length > 0);
});
await step('auto-fetch', async () => {
  const rows = await conn.query('SELECT Id FROM Account').run({ autoFetch: true, maxFetch: 10000 });
  assert.ok((rows.records ?? rows).length > 300);
});
await step('groups', async () => {
  const [one] = await query("SELECT Industry, COUNT(Id) n, SUM(AnnualRevenue) FROM Account WHERE Industry = 'Energy' GROUP BY Industry");
  assert.equal(one.attributes.type, 'AggregateResult');
  assert.ok(one.n > 0 && one.expr0 > 0);
});
await step('rollup', async () => {
  const rows = await query('SELECT Industry i, GROUPING(Industry) total, COUNT(Id) n FROM Account GROUP BY ROLLUP(Industry)');
  const total = rows.filter((row) => row.total === 1);
  assert.equal(total.length, 1);
  assert.equal(total[0].n, rows.filter((row) => row.total === 0).reduce((sum, row) => sum + row.n, 0));
});
await step('typeof', async () => {
  await conn.sobject('Task').create({ Subject: 'Call', WhatId: id, Status: 'Not Started' });
  const [task] = await query(`SELECT TYPEOF What WHEN Account THEN Name, Industry ELSE Id END FROM Task WHERE WhatId = '${id}'`);
  assert.deepEqual([task.What.attributes.type, task.What.Industry], ['Account', 'Energy']);
});
await step('explain', async () => {
  const { plans } = await conn.query('SELECT Id FROM Account').explain();
  assert.equal(plans[0].sobjectType, 'Account');
});
await step('query-all', async () => {
  const made = await account.create({ Name: 'Short lived' });
  await account.destroy(made.id);
  const rows = await conn.query(`SELECT Id, IsDeleted FROM Account WHERE Id = '${made.id}'`, { scanAll: true });
  assert.equal(rows.records[0].IsDeleted, true);
  await assert.rejects(account.destroy(made.id), { errorCode: 'ENTITY_IS_DELETED' });
});
await step('search', async () => {
  const found = await conn.search('FIND {Acme} IN NAME FIELDS RETURNING Account(Id, Name)');
  assert.equal(found.searchRecords[0].Id, id);
});
await refused('a misspelt query', 'MALFORMED_QUERY', /unexpected token: 'FORM'/, () => conn.query('SELECT Id FORM Account'));
await refused('a query for no field', 'INVALID_FIELD', /No such column 'Nope' on entity 'Account'/, () =>
  conn.query('SELECT Nope FROM Account')
);
await refused('a query for no object', 'INVALID_TYPE', /sObject type 'Acount' is not supported/, () => conn.query('SELECT Id FROM Acount'));

// bulk
const bulk = { object: 'Account', pollInterval: 300, pollTimeout: 30000 };
await step('bulk2-query', async () =>
  assert.equal((await (await conn.bulk2.query('SELECT Id FROM Account LIMIT 5')).toArray()).length, 5)
);
await step('bulk2-update', async () => {
  const input = [{ Id: id, Rating: 'Warm' }, { Id: '001000000000000AAA', Rating: 'Warm' }];
  const done = await conn.bulk2.loadAndWaitForResults({ ...bulk, operation: 'update', input });
  assert.equal(done.successfulResults[0].sf__Id, id);
  assert.match(done.failedResults[0].sf__Error, /^(INVALID_CROSS_REFERENCE_KEY|ENTITY_IS_DELETED)/);
});
await step('bulk2-insert-delete', async () => {
  const input = [{ Name: 'Bulk One' }, { Name: 'Bulk "Two", Ltd' }];
  const made = await conn.bulk2.loadAndWaitForResults({ ...bulk, operation: 'insert', input });
  assert.deepEqual(made.successfulResults.map((row) => row.sf__Created), ['true', 'true']);
  const ids = made.successfulResults.map((row) => ({ Id: row.sf__Id }));
  const gone = await conn.bulk2.loadAndWaitForResults({ ...bulk, operation: 'delete', input: ids });
  assert.equal(gone.successfulResults.length, 2);
});
await step('bulk1-load', async () => {
  const done = await conn.bulk.load('Account', 'update', [{ Id: id, Rating: 'Hot' }]);
  assert.deepEqual(done.map((row) => [row.id, row.success]), [[id, true]]);
});
await step('bulk1-query', async () => {
  const rows = await (await conn.bulk.query(`SELECT Id, Name FROM Account WHERE Id = '${id}'`)).toArray();
  assert.equal(rows[0].Name, 'Acme Nörd');
});

// the rest
await step('describe', async () =>
  assert.ok((await account.describe()).fields.some((field) => field.name === 'Territory__c'))
);
await step('describe-global', async () => assert.ok((await conn.describeGlobal()).sobjects.length > 20));
await step('layouts', async () => assert.ok((await account.layouts()).layouts.length > 0));
await step('limits', async () => assert.ok((await conn.limits()).DailyApiRequests.Max > 0));
await step('updated', async () => {
  const found = await account.updated(new Date(Date.now() - 600000), new Date(Date.now() + 60000));
  assert.ok(found.ids.includes(id));
});
await step('deleted', async () => {
  const found = await account.deleted(new Date(Date.now() - 600000), new Date(Date.now() + 60000));
  assert.ok(found.deletedRecords.length > 0);
});
await step('tooling', async () => {
  const found = await conn.tooling.query("SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName = 'Account'");
  assert.equal(found.records[0].QualifiedApiName, 'Account');
});
await step('composite', async () => {
  const compositeRequest = [
    { method: 'POST', url: '/services/data/v66.0/sobjects/Account', referenceId: 'top', body: { Name: 'Top' } },
    { method: 'POST', url: '/services/data/v66.0/sobjects/Contact', referenceId: 'leaf', body: { LastName: 'L', AccountId: '@{top.id}' } },
    { method: 'GET', url: "/services/data/v66.0/query?q=SELECT+Id+FROM+Contact+WHERE+AccountId='@{top.id}'", referenceId: 'found' },
  ];
  const { compositeResponse } = await conn.requestPost('/services/data/v66.0/composite', { allOrNone: true, compositeRequest });
  assert.deepEqual(compositeResponse.map((one) => one.httpStatusCode), [201, 201, 200]);
  assert.equal(compositeResponse[2].body.totalSize, 1);
});
await step('graph', async () => {
  const node = (referenceId, body) => ({ method: 'POST', url: '/services/data/v66.0/sobjects/Account', referenceId, body });
  const graphs = [
    { graphId: 'good', compositeRequest: [node('a', { Name: 'In a graph' })] },
    { graphId: 'bad', compositeRequest: [node('a', { Name: 'Not in a graph' }), node('b', {})] },
  ];
  const done = await conn.requestPost('/services/data/v66.0/composite/graph', { graphs });
  assert.deepEqual(done.graphs.map((one) => [one.graphId, one.isSuccessful]), [['good', true], ['bad', false]]);
  const [made] = done.graphs[0].graphResponse.compositeResponse;
  assert.equal((await account.retrieve(made.body.id)).Name, 'In a graph');
  assert.equal((await query("SELECT Id FROM Account WHERE Name = 'Not in a graph'")).length, 0);
});
await step('list-views', async () => assert.equal((await account.listviews()).sobjectType, 'Account'));
await step('metadata-read', async () => {
  const [field, nope] = await conn.metadata.read('CustomField', ['Account.Territory__c', 'Account.Nope__c']);
  assert.equal(field.fullName, 'Account.Territory__c');
  assert.equal(field.type, 'Text');
  assert.ok(!nope?.fullName);
});

await step('metadata-retrieve', async () => {
  const types = [{ name: 'CustomField', members: ['Account.Territory__c'] }];
  const { id: begun } = await conn.metadata.retrieve({ apiVersion: '66.0', unpackaged: { types, version: '66.0' } });
  const result = await conn.metadata.checkRetrieveStatus(begun);
  assert.equal(result.status, 'Succeeded');
  assert.equal(Buffer.from(result.zipFile, 'base64').subarray(0, 2).toString(), 'PK');
});

await step('tooling-describe', async () => {
  const described = await conn.tooling.sobject('EntityDefinition').describe();
  assert.ok(described.fields.some((field) => field.name === 'QualifiedApiName'));
});

await step('metadata', async () => {
  const described = await conn.metadata.describe('66.0');
  assert.ok(described.metadataObjects.some((one) => one.xmlName === 'PermissionSet' && one.suffix === 'permissionset'));
  const fields = await conn.metadata.list([{ type: 'CustomField' }], '66.0');
  assert.ok(fields.some((one) => one.fullName === 'Account.Territory__c'));
});
await step('metadata-write', async () => {
  const field = { fullName: `Account.Written_${name}__c`, label: 'Written', type: 'Text', length: 20 };
  assert.ok((await conn.metadata.create('CustomField', field)).success);
  assert.equal((await conn.metadata.create('CustomField', field)).errors[0].statusCode, 'DUPLICATE_DEVELOPER_NAME');
  assert.equal((await conn.metadata.upsert('CustomField', { ...field, length: 30 })).created, false);
  assert.equal((await conn.metadata.read('CustomField', field.fullName)).length, 30);
  assert.ok((await conn.metadata.delete('CustomField', field.fullName)).success);
  assert.equal((await conn.metadata.update('CustomField', field)).success, false);
});
await step('pages', async () => {
  assert.ok((await conn.tabs()).some((tab) => tab.sobjectName === 'Account'));
  assert.ok((await conn.theme()).themeItems.length > 0);
  assert.deepEqual(await conn.quickActions(), []);
  assert.deepEqual(await account.quickActions(), []);
  assert.deepEqual((await account.approvalLayouts()).approvalLayouts, []);
  assert.deepEqual((await conn.process.rule.list()), {});
  assert.deepEqual(await conn.analytics.reports(), []);
});
await step('lead', async () => {
  const made = await conn.sobject('Lead').create({ LastName: 'Lu', Company: 'Lu & Co' });
  assert.equal((await conn.sobject('Lead').retrieve(made.id)).Status, 'Open - Not Contacted');
});
await step('soap', async () => {
  assert.equal((await conn.soap.getUserInfo()).userName, info.jwtUsername);
  assert.ok((await conn.soap.getServerTimestamp()).timestamp);
});
await step('destroy-many', async () => {
  const rows = await query(`SELECT Id FROM Contact WHERE AccountId = '${id}'`);
  assert.ok((await conn.sobject('Contact').destroy(rows.map((row) => row.Id))).every((one) => one.success));
  assert.ok((await account.destroy(id)).success);
});
process.exit(failed);

const { defineConfig } = require('eslint/config');
const lwc = require('@salesforce/eslint-config-lwc/recommended');

module.exports = defineConfig([
    { files: ['force-app/**/lwc/**/*.js'], extends: [lwc] },
    {
        files: ['force-app/**/__tests__/**/*.js'],
        // the tests' stand-in for a wire adapter is driven by hand
        rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' },
        languageOptions: {
            globals: {
                afterEach: 'readonly',
                beforeEach: 'readonly',
                describe: 'readonly',
                expect: 'readonly',
                it: 'readonly',
                jest: 'readonly'
            }
        }
    }
]);

import { createElement } from 'lwc';
import { createRecord, getRecord } from 'lightning/uiRecordApi';
import FairpatchTerritory from 'c/fairpatchTerritory';

const ACCOUNT = '001000000000001AAA';

const assigned = (fields = {}) => ({
    apiName: 'Account',
    id: ACCOUNT,
    fields: {
        Territory__c: { value: 'Ohio North' },
        Territory_Rep__r: {
            displayValue: 'Ann Arbor',
            value: { fields: { Name: { value: 'Ann Arbor' } } }
        },
        Territory_Assigned_Date__c: { displayValue: '6/2/2025', value: '2025-06-02' },
        Territory_Score__c: { value: 81.5 },
        Territory_Tier__c: { value: '1' },
        Territory_Reason__c: { value: 'Spends 1.2M a year. Grows by 25 %. Has 4 contacts. Is close by.' },
        Territory_Commit__c: { value: '9f6d' },
        ...fields
    }
});

function show() {
    const card = createElement('c-fairpatch-territory', { is: FairpatchTerritory });
    card.recordId = ACCOUNT;
    document.body.appendChild(card);
    return card;
}

const rendered = () => Promise.resolve().then(() => Promise.resolve());
const field = (card, name) =>
    [...card.shadowRoot.querySelectorAll(`[data-field="${name}"]`)].map((node) => node.textContent);
const button = (card, label) =>
    [...card.shadowRoot.querySelectorAll('lightning-button')].find((each) => each.label === label);

async function write(card, text) {
    button(card, 'This looks wrong').click();
    await rendered();
    const area = card.shadowRoot.querySelector('lightning-textarea');
    area.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
    await rendered();
}

describe('c-fairpatch-territory', () => {
    afterEach(() => {
        while (document.body.firstChild) {
            document.body.removeChild(document.body.firstChild);
        }
        jest.clearAllMocks();
    });

    it('shows territory, rep, date and score with three reasons', async () => {
        const card = show();
        getRecord.emit(assigned());
        await rendered();

        expect(field(card, 'territory')).toEqual(['Ohio North']);
        expect(field(card, 'rep')).toEqual(['Ann Arbor']);
        expect(field(card, 'since')).toEqual(['6/2/2025']);
        expect(field(card, 'score')).toEqual(['81.5 of 100, tier 1']);
        expect(field(card, 'reason')).toEqual(['Spends 1.2M a year.', 'Grows by 25 %.', 'Has 4 contacts.']);
    });

    it('asks for its fields as optional, so that a missing right leaves the rest', async () => {
        show();
        await rendered();
        const asked = getRecord.getLastConfig();

        expect(asked.recordId).toBe(ACCOUNT);
        expect(asked.optionalFields.map((each) => each.fieldApiName)).toContain('Territory__c');
        expect(asked.fields).toBeUndefined();
    });

    it('says that there is no territory yet and offers no feedback then', async () => {
        const card = show();
        getRecord.emit(assigned({ Territory__c: { value: null } }));
        await rendered();

        expect(field(card, 'empty')).toHaveLength(1);
        expect(button(card, 'This looks wrong')).toBeUndefined();
    });

    it('a refused read names the permission set', async () => {
        const card = show();
        getRecord.error();
        await rendered();

        expect(card.shadowRoot.querySelector('[role="alert"]').textContent).toContain('Fairpatch Rep');
    });

    it('sends feedback with what the rep saw, and only once', async () => {
        let answer;
        createRecord.mockImplementation(
            () =>
                new Promise((resolve) => {
                    answer = resolve;
                })
        );
        const card = show();
        getRecord.emit(assigned());
        await rendered();
        await write(card, '  It belongs to Bob.  ');

        const send = button(card, 'Send');
        send.click();
        send.click();
        answer({ id: 'a01' });
        await rendered();

        expect(createRecord).toHaveBeenCalledTimes(1);
        expect(createRecord).toHaveBeenCalledWith({
            apiName: 'Territory_Feedback__c',
            fields: {
                Account__c: ACCOUNT,
                Message__c: 'It belongs to Bob.',
                Territory__c: 'Ohio North',
                Reason__c: 'Spends 1.2M a year. Grows by 25 %. Has 4 contacts. Is close by.',
                Commit__c: '9f6d'
            }
        });
        await rendered();
        expect(card.shadowRoot.querySelector('[aria-live]').textContent).toContain('Sent.');
    });

    it('keeps what was typed when the org refuses it', async () => {
        createRecord.mockRejectedValue({ body: { message: 'insufficient access' } });
        const card = show();
        getRecord.emit(assigned());
        await rendered();
        await write(card, 'It belongs to Bob.');

        button(card, 'Send').click();
        await rendered();
        await rendered();

        expect(card.shadowRoot.querySelector('[aria-live]').textContent).toContain('insufficient access');
        expect(card.shadowRoot.querySelector('lightning-textarea').value).toBe('It belongs to Bob.');
    });

    it('an empty message can not be sent', async () => {
        const card = show();
        getRecord.emit(assigned());
        await rendered();
        await write(card, '   ');

        expect(button(card, 'Send').disabled).toBe(true);
    });
});

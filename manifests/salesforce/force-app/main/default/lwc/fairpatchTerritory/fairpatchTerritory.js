import { LightningElement, api, wire } from 'lwc';
import { createRecord, getFieldDisplayValue, getFieldValue, getRecord } from 'lightning/uiRecordApi';
import TERRITORY from '@salesforce/schema/Account.Territory__c';
import REP_NAME from '@salesforce/schema/Account.Territory_Rep__r.Name';
import SINCE from '@salesforce/schema/Account.Territory_Assigned_Date__c';
import SCORE from '@salesforce/schema/Account.Territory_Score__c';
import TIER from '@salesforce/schema/Account.Territory_Tier__c';
import REASON from '@salesforce/schema/Account.Territory_Reason__c';
import COMMIT from '@salesforce/schema/Account.Territory_Commit__c';
import FEEDBACK from '@salesforce/schema/Territory_Feedback__c';
import FEEDBACK_ACCOUNT from '@salesforce/schema/Territory_Feedback__c.Account__c';
import FEEDBACK_MESSAGE from '@salesforce/schema/Territory_Feedback__c.Message__c';
import FEEDBACK_TERRITORY from '@salesforce/schema/Territory_Feedback__c.Territory__c';
import FEEDBACK_REASON from '@salesforce/schema/Territory_Feedback__c.Reason__c';
import FEEDBACK_COMMIT from '@salesforce/schema/Territory_Feedback__c.Commit__c';

const FIELDS = [TERRITORY, REP_NAME, SINCE, SCORE, TIER, REASON, COMMIT];
const MOST_REASONS = 3;

/** The reason field holds sentences; a full stop inside a number is followed by no space. */
function split(reason) {
    return (reason || '')
        .split(/(?<=[.!?])\s+/)
        .map((text) => text.trim())
        .filter((text) => text.length > 0)
        .slice(0, MOST_REASONS)
        .map((text, index) => ({ key: String(index), text }));
}

export default class FairpatchTerritory extends LightningElement {
    @api recordId;

    record;
    problem;
    writing = false;
    sending = false;
    message = '';
    said = '';

    @wire(getRecord, { recordId: '$recordId', optionalFields: FIELDS })
    receive({ data, error }) {
        if (data) {
            this.record = data;
            this.problem = undefined;
        } else if (error) {
            this.problem = 'The territory can not be shown. Maybe you lack the permission set Fairpatch Rep.';
        }
    }

    get loaded() {
        return Boolean(this.record);
    }

    get territory() {
        return getFieldValue(this.record, TERRITORY);
    }

    get assigned() {
        return this.loaded && Boolean(this.territory);
    }

    get rep() {
        return getFieldValue(this.record, REP_NAME) || 'nobody';
    }

    get since() {
        return getFieldDisplayValue(this.record, SINCE) || getFieldValue(this.record, SINCE);
    }

    get score() {
        const score = getFieldValue(this.record, SCORE);
        const tier = getFieldValue(this.record, TIER);
        if (score === null || score === undefined) {
            return 'not scored';
        }
        return tier ? `${score} of 100, tier ${tier}` : `${score} of 100`;
    }

    get reasons() {
        return split(getFieldValue(this.record, REASON));
    }

    get cannotSend() {
        return this.sending || this.message.trim().length === 0;
    }

    handleWrong() {
        this.writing = true;
        this.said = '';
    }

    handleCancel() {
        this.writing = false;
    }

    handleMessage(event) {
        this.message = event.detail.value || '';
    }

    async handleSend() {
        if (this.cannotSend) {
            return;
        }
        this.sending = true;
        try {
            await createRecord({ apiName: FEEDBACK.objectApiName, fields: this.feedback() });
            this.message = '';
            this.writing = false;
            this.said = 'Sent. Sales operations will look at it with the next plan.';
        } catch (error) {
            // what was typed stays, so that nothing has to be written twice
            const why = error && error.body && error.body.message ? ` (${error.body.message})` : '';
            this.said = `It could not be sent${why}. Try again, or tell sales operations.`;
        } finally {
            this.sending = false;
        }
    }

    feedback() {
        return {
            [FEEDBACK_ACCOUNT.fieldApiName]: this.recordId,
            [FEEDBACK_MESSAGE.fieldApiName]: this.message.trim(),
            [FEEDBACK_TERRITORY.fieldApiName]: this.territory,
            [FEEDBACK_REASON.fieldApiName]: getFieldValue(this.record, REASON),
            [FEEDBACK_COMMIT.fieldApiName]: getFieldValue(this.record, COMMIT)
        };
    }
}

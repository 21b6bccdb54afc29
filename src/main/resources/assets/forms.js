// Comfort only: what was filled in and could not be taken comes back, a form is sent once, and a failure is told.
(() => {
    "use strict";
    const KEPT = "fairpatch-typed";
    const TWICE = 10000; // milliseconds in which a second click is the same one
    const notice = () => document.getElementById("notice");
    const atDoor = () => document.body.classList.contains("fp-door");

    const ticks = (field) => field.type === "checkbox" || field.type === "radio";
    const typed = (field) =>
        field.matches("input, select, textarea") && field.name && !field.matches("[type=hidden], [type=password], [type=file]");
    const fields = (form) => [...form.elements].filter(typed);
    // a list that marks no choice begins with its first
    const chosenAtFirst = (list) => {
        const marked = [...list.options].filter((option) => option.defaultSelected);
        return marked.length || list.multiple ? marked : [...list.options].filter((option) => !option.disabled).slice(0, 1);
    };
    const changed = (field) => {
        if (field.matches("select")) {
            const first = chosenAtFirst(field);
            return [...field.options].some((option) => option.selected !== first.includes(option));
        }
        return ticks(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
    };

    // forms of one address differ by what they are about: an account, a view
    const about = (form) =>
        [...form.elements]
            .filter((field) => field.type === "hidden" && !["csrf", "revision", "query"].includes(field.name))
            .map((field) => field.value)
            .join(" ");

    const recall = () => JSON.parse(sessionStorage.getItem(KEPT) || "null");
    const forget = () => sessionStorage.removeItem(KEPT);
    // for this tab only, until the next page shows that it was taken
    const keep = (form) => {
        if (!fields(form).some(changed)) {
            forget();
            return;
        }
        sessionStorage.setItem(KEPT, JSON.stringify({
            path: location.pathname,
            action: form.getAttribute("action"),
            panel: form.closest("#panel")?.dataset.from,
            about: about(form),
            fields: fields(form).map((field) => ({ name: field.name, value: field.value, checked: field.checked })),
            words: fields(form).filter((field) => changed(field) && !ticks(field)).map((field) => field.value).join("; "),
            missed: false,
        }));
    };
    const missed = () => {
        const kept = recall();
        if (kept) {
            sessionStorage.setItem(KEPT, JSON.stringify({ ...kept, missed: true }));
        }
    };
    const unfold = (element) => {
        for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) {
            fold.open = true;
        }
    };
    const restore = (kept) => {
        const form = [...document.forms].find(
            (each) => each.getAttribute("action") === kept.action && about(each) === kept.about);
        if (!form) {
            return false;
        }
        const left = [...kept.fields];
        fields(form).forEach((field) => {
            const at = left.findIndex((each) => each.name === field.name && (!ticks(field) || each.value === field.value));
            if (at < 0) {
                return;
            }
            const [was] = left.splice(at, 1);
            if (ticks(field)) {
                field.checked = was.checked;
            } else {
                field.value = was.value;
            }
            if (changed(field)) {
                unfold(field);
            }
        });
        form.dispatchEvent(new Event("change", { bubbles: true }));
        return true;
    };

    const line = (words) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = words;
        return paragraph;
    };
    const show = (...lines) => {
        const place = notice();
        if (!place) {
            return;
        }
        const box = document.createElement("div");
        box.className = "fp-notice fp-notice_bad";
        box.setAttribute("role", "alert");
        const text = document.createElement("div");
        lines[0].className = "fp-notice__what";
        text.append(...lines);
        box.append(text);
        place.replaceChildren(box);
    };
    const tell = (...words) => {
        show(...words.filter((each) => each).map(line));
        notice()?.scrollIntoView({ block: "center" });
    };

    // what a page fetches by itself, at its time or when it comes into view, moves nothing under the reader's eyes
    const asked = (config) => config.triggeringEvent && config.triggeringEvent.type !== "revealed";
    const fetches = (elt) => elt.hasAttribute("hx-trigger");
    const watches = (elt) => fetches(elt) && elt.getAttribute("hx-trigger").startsWith("every");
    // what watches a run asks every second: silence must not look as if the run stood still
    let silent = false;
    const lost = () => {
        if (!silent) {
            silent = true;
            const now = new Date().toLocaleTimeString("en-GB");
            show(
                line("Fairpatch does not answer"),
                line(`What stands here is as of ${now}; it goes on by itself when Fairpatch is back.`),
            );
        }
    };
    const found = (event) => {
        const { status } = event.detail.xhr;
        if (silent && status < 500 && status !== 401) {
            silent = false;
            notice()?.replaceChildren();
        }
    };
    // of several, the one with words: ticks are soon set again
    const unsent = () => {
        const forms = [...document.forms].filter((form) => form.method === "post" && fields(form).some(changed));
        return forms.find((form) => fields(form).some((field) => changed(field) && !ticks(field))) || forms[0];
    };
    const keepUnsent = () => {
        const form = recall() ? null : unsent();
        if (form) {
            keep(form);
        }
        missed();
    };
    const door = (ended) =>
        `/sign-in?${ended ? "ended=true&" : ""}returnTo=${encodeURIComponent(location.pathname + location.search)}`;
    const signedOut = () => {
        if (silent) {
            return;
        }
        silent = true;
        const again = document.createElement("a");
        again.href = door(false);
        again.textContent = "Sign in again";
        again.addEventListener("click", keepUnsent);
        const way = line("");
        way.append(again, ": you come back to this page, with what you filled in.");
        show(line("Your session ended"), way);
    };
    // the failure of what a page fetches once stands where it would have stood
    const leaveOut = (elt, ...words) =>
        elt.replaceChildren(...words.filter((each) => each).map(line));

    // the form of a panel comes back with its panel
    const reopen = async (kept) => {
        const panel = document.getElementById("panel");
        if (!panel || !kept.panel) {
            return false;
        }
        await htmx.ajax("GET", kept.panel, { target: panel, select: "#detail", swap: "innerHTML" });
        return restore(kept);
    };
    const putBack = async (kept, refused) => {
        const back = restore(kept) || (await reopen(kept));
        if (!refused && (back || kept.words)) {
            tell(
                "What you filled in was not taken before",
                back ? "It is here again: look at it, and send it." : `Its form is not on this page. You wrote: ${kept.words}`,
            );
        }
    };

    // what a page that was loaded or drawn anew says of the form that was sent
    const arrive = () => {
        const kept = recall();
        if (!kept) {
            return;
        }
        if (atDoor()) {
            missed();
            return;
        }
        const refused = document.querySelector("#notice .fp-notice_bad");
        const here = kept.path === location.pathname;
        if (here && (kept.missed || refused)) {
            putBack(kept, refused);
        }
        if (here || !kept.missed) {
            forget();
        }
    };

    document.addEventListener("submit", (event) => {
        const form = event.target;
        if (form.method !== "post") {
            return;
        }
        if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < TWICE) {
            event.preventDefault();
            event.stopPropagation();
            return;
        }
        form.dataset.sent = String(Date.now());
        if (!atDoor()) {
            keep(form);
        }
    }, true);
    const open = (form) => form.removeAttribute("data-sent");
    window.addEventListener("pageshow", () => [...document.forms].forEach(open));
    document.addEventListener("htmx:afterRequest", (event) => {
        if (event.detail.elt.matches("form")) {
            open(event.detail.elt);
        }
    });

    const wordsOf = (xhr) => {
        const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
        const words = (part) => page.querySelector(part)?.textContent.trim();
        return [words(".fp-problem h1") || "That did not work", words(".fp-problem__advice")];
    };
    document.addEventListener("htmx:responseError", (event) => {
        const { elt, xhr, requestConfig } = event.detail;
        const own = asked(requestConfig);
        if (xhr.status === 401 && own) {
            keepUnsent();
            location.assign(door(true));
        } else if (xhr.status === 401) {
            signedOut();
        } else if (own) {
            missed();
            tell(...wordsOf(xhr));
        } else if (fetches(elt) && !watches(elt)) {
            leaveOut(elt, ...wordsOf(xhr));
        } else if (xhr.status >= 500) {
            lost();
        }
    });
    document.addEventListener("htmx:afterSwap", (event) => {
        if (event.detail.target.id === "panel") {
            event.detail.target.dataset.from = event.detail.pathInfo.requestPath;
        }
    });
    document.addEventListener("htmx:sendError", (event) => {
        const { elt, requestConfig } = event.detail;
        if (asked(requestConfig)) {
            missed();
            tell("Fairpatch does not answer", "What you filled in is still here: try again in a minute.");
        } else if (fetches(elt) && !watches(elt)) {
            leaveOut(elt, "Fairpatch does not answer", "Load the page again in a minute.");
        } else {
            lost();
        }
    });
    document.addEventListener("htmx:beforeOnLoad", found);
    document.addEventListener("htmx:afterSettle", (event) => {
        if (event.detail.requestConfig?.verb !== "post") {
            return;
        }
        arrive();
        document.querySelector("#notice .fp-notice_bad")?.scrollIntoView({ block: "center" });
    });
    arrive();
})();

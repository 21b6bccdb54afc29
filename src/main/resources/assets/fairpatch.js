// Comfort only: without this file every action works as a plain form or link.
(() => {
    "use strict";
    const rows = () => [...document.querySelectorAll(".fp-moves tbody tr")];
    const picked = () => [...document.querySelectorAll(".fp-moves input[name=account]")].filter((box) => box.checked);

    const tellSelection = () => {
        const place = document.querySelector("[data-selected]");
        if (place) {
            const count = picked().length;
            place.textContent = count === 0 ? "Tick moves, or take all that match." : `${count} selected`;
        }
    };
    const closePanel = () => {
        const panel = document.getElementById("panel");
        if (!panel || !panel.hasChildNodes()) {
            return false;
        }
        panel.replaceChildren();
        const current = document.querySelector(".fp-current th a");
        if (current) {
            current.focus();
        }
        return true;
    };
    // words half written in the panel are not thrown away by a key
    const unsaid = () =>
        [...document.querySelectorAll("#panel textarea, #panel input")].some((field) => field.value !== field.defaultValue);
    // by its address, since the list is drawn anew after each decision
    let current = null;
    const address = (row) => row.querySelector("th a").pathname;
    const mark = (row) => {
        current = address(row);
        rows().forEach((other) => other.classList.toggle("fp-current", other === row));
    };
    const step = (by) => {
        const all = rows();
        const at = all.findIndex((row) => row.classList.contains("fp-current"));
        const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
        if (next) {
            mark(next);
            next.querySelector("th a").focus();
            next.scrollIntoView({ block: "nearest" });
        }
    };
    const tick = () => {
        const box = document.querySelector(".fp-current input[name=account]");
        if (box) {
            box.checked = !box.checked;
            tellSelection();
        }
    };
    const search = (event) => {
        const field = document.getElementById("filter-text");
        if (field) {
            event.preventDefault();
            field.focus();
        }
    };

    // A run's page is drawn anew each second: what a person opened there stays open, with the focus on it.
    let unfolded = { open: [], focus: -1 };
    const folds = () => [...document.querySelectorAll("#job details")];
    const keepFolds = () => {
        unfolded = {
            open: folds().map((fold) => fold.open),
            focus: folds().findIndex((fold) => fold.contains(document.activeElement)),
        };
    };
    const restoreFolds = () => {
        folds().forEach((fold, at) => {
            fold.open = unfolded.open[at] || fold.open;
        });
        const focused = folds()[unfolded.focus];
        if (focused) {
            focused.querySelector("summary").focus({ preventScroll: true });
        }
    };
    document.addEventListener("htmx:beforeSwap", keepFolds);
    document.addEventListener("htmx:load", (event) => {
        if (event.detail.elt.id === "job") {
            restoreFolds();
        }
    });

    // a link that is opened in a tab or window of its own is left to the browser
    document.addEventListener("click", (event) => {
        if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest("a[hx-get]")) {
            event.stopPropagation();
        }
    }, true);
    document.addEventListener("change", tellSelection);
    document.addEventListener("click", (event) => {
        const link = event.target.closest(".fp-moves th a");
        if (link && link.closest("tbody")) {
            mark(link.closest("tr"));
        }
        if (event.target.closest("#panel [data-close]")) {
            event.preventDefault();
            closePanel();
        }
    });
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !unsaid()) {
            closePanel();
        }
        if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const keys = { j: () => step(1), k: () => step(-1), x: tick, "/": () => search(event) };
        if (keys[event.key]) {
            keys[event.key]();
        }
    });
    document.addEventListener("htmx:afterSwap", (event) => {
        if (event.target.id === "panel") {
            const close = event.target.querySelector("[data-close]");
            if (close) {
                close.focus();
            }
        }
        const again = rows().find((row) => address(row) === current);
        if (again) {
            mark(again);
        }
        tellSelection();
    });

    // on a phone the menu scrolls: the page that one is on stays in sight
    const here = document.querySelector(".fp-nav__item_current");
    if (here) {
        const menu = here.closest(".fp-nav");
        menu.scrollLeft = here.offsetLeft + (here.offsetWidth - menu.clientWidth) / 2;
    }
})();

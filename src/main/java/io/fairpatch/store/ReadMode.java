package io.fairpatch.store;

/** How an object is read. */
public enum ReadMode {
    /** Every record that the org shows, every mapped field; what is absent is taken for deleted. */
    FULL,
    /** Records changed, deleted or merged in a window of time. */
    CHANGES,
    /** Id and stamp of every record, to find what the windows missed. */
    IDS
}

package io.fairpatch.model;

/** Reports nothing and never stops; a test overrides what it is about. */
public class Silent implements Progress {
    @Override
    public void stage(String sentence) {}

    @Override
    public void at(long done, long total) {}

    @Override
    public boolean stopRequested() {
        return false;
    }
}

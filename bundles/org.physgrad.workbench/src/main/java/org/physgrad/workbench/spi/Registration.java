package org.physgrad.workbench.spi;

/** A listener's place; closing it ends the calls. */
public interface Registration extends AutoCloseable {

    @Override
    void close();
}

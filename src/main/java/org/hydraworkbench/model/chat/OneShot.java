package org.hydraworkbench.model.chat;

import java.util.Iterator;

/**
 * Items that can be gone through once, made as they are asked for: what Python calls a generator.
 *
 * @param name how it prints
 */
record OneShot(String name, Iterator<Object> items) {}

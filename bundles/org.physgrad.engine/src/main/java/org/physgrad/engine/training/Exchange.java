package org.physgrad.engine.training;

/**
 * A part of a run that another one took the place of.
 *
 * @param kind what kind of part it is
 * @param type type name of the new part
 * @param from bundle and version that the old part came from
 * @param to bundle and version that the new part comes from
 */
public record Exchange(String kind, String type, String from, String to) {}

package org.physgrad.engine.catalog;

import java.util.List;

/**
 * A type of part that is installed.
 *
 * @param kind what kind of part it is
 * @param name the type name that experiments use
 * @param title its name for people
 * @param description what it does, for people
 * @param parameters its parameters, in the order in which they were declared
 * @param provider the bundle or archive that it comes from
 */
public record PartType(
        Kind<?> kind, String name, String title, String description, List<Parameter> parameters, String provider) {}

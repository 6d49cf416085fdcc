package org.physgrad.engine.experiment;

import java.util.Map;

/**
 * A part as an experiment asks for it.
 *
 * @param type the type name
 * @param values a value for each parameter of the type, defaults included
 */
public record PartSpec(String type, Map<String, Object> values) {}

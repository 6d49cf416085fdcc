package org.physgrad.engine.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.osgi.util.converter.Converters;

/** Makes instances of a plug-in class through its constructor, as Declarative Services would. */
final class ComponentClass {

    private final Class<?> implementation;

    ComponentClass(Class<?> implementation) {
        this.implementation = implementation;
    }

    /**
     * Calls the constructor that takes the configuration annotation, or the one without arguments.
     *
     * @throws PartException with the message of what the constructor threw
     */
    <T> T newInstance(Class<T> contract, Map<String, Object> values) {
        try {
            for (Constructor<?> constructor : implementation.getConstructors()) {
                Class<?>[] types = constructor.getParameterTypes();
                if (types.length == 1 && types[0].isAnnotation()) {
                    Object configuration =
                            Converters.standardConverter().convert(values).to(types[0]);
                    return contract.cast(constructor.newInstance(configuration));
                }
            }
            return contract.cast(implementation.getConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw new PartException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new PartException(
                    implementation.getName() + " needs a public constructor that takes its configuration annotation",
                    e);
        }
    }
}

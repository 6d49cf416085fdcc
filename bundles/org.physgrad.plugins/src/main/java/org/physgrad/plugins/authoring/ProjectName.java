package org.physgrad.plugins.authoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.physgrad.plugins.PluginException;

/**
 * What a new plug-in and its class are called.
 *
 * @param type type name of its part, as experiments have it: lower case words with hyphens, such as {@code my-solver}
 * @param kind kind of the part
 * @param packageName Java package of the class, and the plug-in's own name
 */
public record ProjectName(String type, ProjectKind kind, String packageName) {

    private static final String TYPE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /**
     * Checks a name and fills it in.
     *
     * @param type type name of the part
     * @param kind kind of the part
     * @param packageName Java package; {@code org.example} and the type name if empty
     * @return the name
     * @throws PluginException if one of them cannot be used; the message says why
     */
    public static ProjectName of(String type, ProjectKind kind, Optional<String> packageName) throws PluginException {
        if (!type.matches(TYPE)) {
            throw new PluginException(
                    "'" + type + "' is no type name; take lower case letters and digits, with hyphens between words,"
                            + " such as my-" + kind,
                    null);
        }
        String chosen = packageName.orElse("org.example." + type.replace("-", ""));
        if (!SourceVersion.isName(chosen) || !chosen.equals(chosen.toLowerCase(Locale.ROOT))) {
            throw new PluginException(
                    "'" + chosen + "' is no Java package; choose another, such as --package org.example.my" + kind,
                    null);
        }
        return new ProjectName(type, kind, chosen);
    }

    /** Simple name of the class: the words of the type name, and the kind where it is not the last of them. */
    String className() {
        String words = Arrays.stream(type.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return words.endsWith(kind.suffix()) ? words : words + kind.suffix();
    }

    /** The type name in words for people. */
    String title() {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

package org.physgrad.engine.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads what a plug-in's author declared of its parameters: the Metatype and component descriptions that bnd makes of the annotations. OSGi's own
 * MetaTypeService hides minimum and maximum, and is not there on a plain class path.
 */
final class MetatypeReader {

    private MetatypeReader() {}

    /** Title, description and parameters of one component. */
    record Description(String title, String text, List<Parameter> parameters) {

        /** Stands for a part whose author described nothing. */
        static Description none(String name) {
            return new Description(name, "", List.of());
        }

        PartType toType(Kind<?> kind, String name, String provider) {
            return new PartType(kind, name, title, text, parameters, provider);
        }
    }

    /** Reads an XML document and gives its root element. */
    static Element read(InputStream in) throws IOException {
        try (in) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Reads a Metatype document: the description of each component that it designates, by the component's name. */
    static Map<String, Description> descriptions(InputStream in) throws IOException {
        Element root = read(in);
        Description description = description(root);
        return children(root, "Designate")
                .collect(Collectors.toMap(designate -> designate.getAttribute("pid"), designate -> description));
    }

    /** Reads the object class definition of a Metatype document. */
    private static Description description(Element root) {
        Element definition = children(root, "OCD").findFirst().orElseThrow();
        List<Parameter> parameters = new ArrayList<>();
        children(definition, "AD").map(MetatypeReader::parameter).forEach(parameters::add);
        return new Description(definition.getAttribute("name"), definition.getAttribute("description"), parameters);
    }

    /** Lists the child elements of one name. */
    static Stream<Element> children(Element parent, String name) {
        var nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    private static Parameter parameter(Element attribute) {
        ValueType type = switch (attribute.getAttribute("type")) {
            case "Integer", "Long", "Short", "Byte" -> ValueType.INTEGER;
            case "Double", "Float" -> ValueType.REAL;
            case "Boolean" -> ValueType.BOOLEAN;
            default -> ValueType.TEXT;
        };
        String cardinality = attribute.getAttribute("cardinality");
        boolean list = !cardinality.isEmpty() && !cardinality.equals("0");
        return new Parameter(
                attribute.getAttribute("id"),
                type,
                list,
                attribute.getAttribute("description"),
                defaultValue(attribute.getAttribute("default"), type, list),
                bound(attribute.getAttribute("min")),
                bound(attribute.getAttribute("max")),
                children(attribute, "Option").map(o -> o.getAttribute("value")).toList());
    }

    private static Object defaultValue(String text, ValueType type, boolean list) {
        if (list) {
            return text.isEmpty()
                    ? List.of()
                    : Stream.of(text.split(","))
                            .map(String::trim)
                            .map(type::parse)
                            .toList();
        }
        return type.parse(text);
    }

    private static OptionalDouble bound(String text) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}

package org.physgrad.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads which parts a bundle offers from its component descriptions, without starting it. */
final class PartNames {

    private static final String PREFIX = "org.physgrad.";

    private PartNames() {}

    /** Lists a bundle's parts by kind and type name, such as {@code solver/newton}. */
    static List<String> of(Bundle bundle) throws PluginException {
        Enumeration<URL> documents = bundle.findEntries("OSGI-INF", "*.xml", false);
        List<String> names = new ArrayList<>();
        for (URL document : documents == null ? List.<URL>of() : Collections.list(documents)) {
            try (InputStream in = document.openStream()) {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setNamespaceAware(true);
                Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
                add(root, names);
                NodeList nested = root.getElementsByTagNameNS("*", "component");
                for (int i = 0; i < nested.getLength(); i++) {
                    add((Element) nested.item(i), names);
                }
            } catch (IOException | SAXException | ParserConfigurationException e) {
                throw new PluginException(
                        document.getPath() + " of " + bundle.getSymbolicName() + " is damaged: " + e.getMessage(), e);
            }
        }
        return names;
    }

    private static void add(Element component, List<String> names) {
        String factory = component.getAttribute("factory");
        if (factory.startsWith(PREFIX)) {
            names.add(factory.substring(PREFIX.length()));
        }
    }
}

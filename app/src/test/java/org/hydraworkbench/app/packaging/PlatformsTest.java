package org.hydraworkbench.app.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the build files say for platforms other than the one that the tests run on. */
class PlatformsTest {

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    @Test
    void everyPlatformNamesTheLibrariesThatItsPackageIsCheckedFor() throws Exception {
        Map<String, String> named = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (Node profile : nodes(pom("../pom.xml"), "/project/profiles/profile[properties/djl.platform]")) {
            String id = text(profile, "id");
            Map<String, String> profiles = id.startsWith("for-") ? named : found;
            assertThat(id).endsWith(text(profile, "properties/djl.platform"));
            profiles.put(text(profile, "properties/djl.platform"), text(profile, "properties/javafx.platform"));
            if (id.startsWith("for-")) {
                assertThat(text(profile, "activation/property/value")).isEqualTo(text(profile, "properties/djl.platform"));
            }
        }
        assertThat(named).isEqualTo(DistFiles.JAVAFX);
        assertThat(found).isEqualTo(DistFiles.JAVAFX);
    }

    /** The build files of JavaFX ask for the building machine's own libraries beside those that are named. */
    @Test
    void noDependencyBringsJavaFxForTheBuildingMachine() throws Exception {
        List<Node> javafx = nodes(pom("pom.xml"), "/project/dependencies/dependency[groupId='org.openjfx']");
        assertThat(javafx).hasSize(3);
        for (Node dependency : javafx) {
            assertThat(text(dependency, "classifier")).isEqualTo("${javafx.platform}");
            assertThat(text(dependency, "exclusions/exclusion[groupId='org.openjfx']/artifactId"))
                    .as(text(dependency, "artifactId"))
                    .isEqualTo("*");
        }
    }

    private static Document pom(String place) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(place).toFile());
    }

    private static List<Node> nodes(Node in, String path) throws Exception {
        NodeList found = (NodeList) XPATH.evaluate(path, in, XPathConstants.NODESET);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            nodes.add(found.item(i));
        }
        return nodes;
    }

    private static String text(Node in, String path) throws Exception {
        return XPATH.evaluate(path, in);
    }
}

package ikat.service.material;

import ikat.service.material.MaterialTarget.Picture;
import ikat.service.material.MaterialTarget.Role;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A material as a MaterialX 1.38 document: a standard surface whose inputs are image nodes
 * (MaterialX specification, Autodesk Standard Surface 1.0.1).
 */
final class MaterialXDocument {

    /** The inputs of the surface; occlusion has none. */
    private static final Map<Role, String> INPUTS =
            Map.of(
                    Role.COLOUR, "base_color",
                    Role.NORMAL, "normal",
                    Role.ROUGHNESS, "specular_roughness",
                    Role.METALLIC, "metalness",
                    Role.OPACITY, "opacity");

    private final XMLStreamWriter xml;
    private final List<Picture> pictures;

    private MaterialXDocument(XMLStreamWriter xml, List<Picture> pictures) {
        this.xml = xml;
        this.pictures = pictures;
    }

    static String of(List<Picture> pictures, String name) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new MaterialXDocument(xml, pictures).write(name.replaceAll("[^A-Za-z0-9_]", "_"));
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(String name) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        begin("materialx", "version", "1.38", "colorspace", "lin_rec709");
        begin("nodegraph", "name", "NG_" + name);
        for (Picture picture : pictures) {
            if (INPUTS.containsKey(picture.role()) || picture.role() == Role.HEIGHT) {
                image(picture);
            }
        }
        end();
        begin("standard_surface", "name", "SR_" + name, "type", "surfaceshader");
        for (Picture picture : pictures) {
            String input = INPUTS.get(picture.role());
            if (input != null) {
                String type = picture.role() == Role.OPACITY ? "color3" : type(picture.role());
                empty(
                        "input",
                        "name",
                        input,
                        "type",
                        type,
                        "nodegraph",
                        "NG_" + name,
                        "output",
                        output(picture.role()));
            }
        }
        end();
        boolean relief = pictures.stream().anyMatch(one -> one.role() == Role.HEIGHT);
        if (relief) {
            begin("displacement", "name", "DR_" + name, "type", "displacementshader");
            empty(
                    "input",
                    "name",
                    "displacement",
                    "type",
                    "float",
                    "nodegraph",
                    "NG_" + name,
                    "output",
                    output(Role.HEIGHT));
            empty("input", "name", "scale", "type", "float", "value", "0.02");
            end();
        }
        begin("surfacematerial", "name", name, "type", "material");
        empty("input", "name", "surfaceshader", "type", "surfaceshader", "nodename", "SR_" + name);
        if (relief) {
            empty(
                    "input",
                    "name",
                    "displacementshader",
                    "type",
                    "displacementshader",
                    "nodename",
                    "DR_" + name);
        }
        end();
        end();
        xml.writeEndDocument();
    }

    /** An image node and the output of the graph that shows it. */
    private void image(Picture picture) throws XMLStreamException {
        Role role = picture.role();
        String node = role.name().toLowerCase(Locale.ROOT);
        String type = type(role);
        begin("tiledimage", "name", node, "type", type);
        empty(
                "input",
                "name",
                "file",
                "type",
                "filename",
                "value",
                picture.name(),
                "colorspace",
                picture.colours() ? "srgb_texture" : "lin_rec709");
        end();
        String shown = node;
        if (role == Role.NORMAL) {
            shown = "normalmap";
            begin("normalmap", "name", shown, "type", "vector3");
            empty("input", "name", "in", "type", "vector3", "nodename", node);
            end();
        } else if (role == Role.OPACITY) {
            shown = "opacity_color";
            begin("convert", "name", shown, "type", "color3");
            empty("input", "name", "in", "type", "float", "nodename", node);
            end();
        }
        String outputType = role == Role.OPACITY ? "color3" : type;
        empty("output", "name", output(role), "type", outputType, "nodename", shown);
    }

    private static String output(Role role) {
        return role.name().toLowerCase(Locale.ROOT) + "_output";
    }

    private static String type(Role role) {
        return switch (role) {
            case COLOUR -> "color3";
            case NORMAL -> "vector3";
            default -> "float";
        };
    }

    private void begin(String element, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        write(attributes);
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement(element);
        write(attributes);
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void end() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }
}

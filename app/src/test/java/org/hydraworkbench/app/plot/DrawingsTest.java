package org.hydraworkbench.app.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DrawingsTest {

    private static CurvesDrawing curves() {
        Curve first = new Curve("run <1>");
        first.add(1, 4);
        first.add(2, 3);
        Curve second = new Curve("run 2");
        second.add(2, 5);
        CurvesDrawing drawing = new CurvesDrawing("Loss", "step");
        drawing.setCurves(List.of(first, second));
        return drawing;
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** A curve to step 1,500 ends at the right edge, and so does the name of that step. */
    @Test
    void theLastNumberBelowTheCurvesIsWhole() throws Exception {
        CurvesDrawing drawing = new CurvesDrawing("Loss", "step");
        Curve curve = new Curve("run");
        for (int step = 1; step <= 1500; step++) {
            curve.add(step, 2);
        }
        drawing.setCurves(List.of(curve));
        NodeList texts = parsed(SvgSurface.draw(drawing, 400, 150)).getElementsByTagName("text");
        List<Double> ends = new ArrayList<>();
        for (int k = 0; k < texts.getLength(); k++) {
            Element text = (Element) texts.item(k);
            if (text.getTextContent().equals("1,500")) {
                ends.add(Double.parseDouble(text.getAttribute("x")) + 5 * 13 * 0.56 / 2); // five letters of 13 pixels
            }
        }
        assertThat(ends).singleElement().satisfies(end -> assertThat(end).isLessThanOrEqualTo(400));
    }

    @Test
    void curvesBecomeATableWithOneRowForEachPlace() {
        assertThat(curves().table())
                .containsExactly(List.of("step", "run <1>", "run 2"), List.of("1", "4", ""), List.of("2", "3", "5"));
    }

    @Test
    void theDescriptionSaysWhereEachCurveBeginsAndEnds() {
        assertThat(curves().description()).isEqualTo("Loss; run <1>: 4 → 3; run 2: 5 → 5");
    }

    @Test
    void svgIsWellFormedAndHasALineForEachCurveOfTwoPoints() throws Exception {
        Document document = parsed(SvgSurface.draw(curves(), 400, 200));
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(1);
        assertThat(document.getDocumentElement().getTextContent()).contains("run <1>", "step", "Loss");
    }

    @Test
    void aDrawingWithoutNumbersIsStillDrawn() throws Exception {
        parsed(SvgSurface.draw(new CurvesDrawing("Loss", "step"), 400, 200));
        parsed(SvgSurface.draw(new BarsDrawing("chrF", List.of()), 400, 200));
    }

    @Test
    void barsAreAsLongAsTheirValues() throws Exception {
        BarsDrawing drawing = new BarsDrawing(
                "chrF", List.of(new BarsDrawing.Bar("a", 20, false), new BarsDrawing.Bar("b", 10, true)));
        var bars = parsed(SvgSurface.draw(drawing, 400, 200)).getElementsByTagName("rect");
        double first = Double.parseDouble(bars.item(0).getAttributes().getNamedItem("width").getNodeValue());
        double second = Double.parseDouble(bars.item(1).getAttributes().getNamedItem("width").getNodeValue());
        assertThat(first).isCloseTo(2 * second, within(0.2)); // SVG lengths have one decimal
    }

    @Test
    void anIntervalIsALineFromOneEndToTheOtherAndIsToldInWords() throws Exception {
        BarsDrawing drawing = new BarsDrawing(
                "chrF", List.of(new BarsDrawing.Bar("a", 20, 10, 40, false), new BarsDrawing.Bar("b", 10, true)));
        Document document = parsed(SvgSurface.draw(drawing, 400, 200));
        var lines = document.getElementsByTagName("line");
        assertThat(lines.getLength()).isEqualTo(3); // the interval and its two ends
        var interval = lines.item(0).getAttributes();
        double low = Double.parseDouble(interval.getNamedItem("x1").getNodeValue());
        double high = Double.parseDouble(interval.getNamedItem("x2").getNodeValue());
        double bar = Double.parseDouble(document.getElementsByTagName("rect").item(0).getAttributes().getNamedItem("width").getNodeValue());
        assertThat(high - low).isCloseTo(1.5 * bar, within(0.3));
        assertThat(drawing.description()).isEqualTo("chrF; a: 20.00 [10.00, 40.00]; b: 10.00");
        assertThat(drawing.table()).containsExactly(
                List.of("", "chrF", "low", "high"), List.of("a", "20", "10", "40"), List.of("b", "10", "NaN", "NaN"));
    }

    private static Element name(String name, double width) throws Exception {
        BarsDrawing drawing = new BarsDrawing("chrF", List.of(new BarsDrawing.Bar(name, 20, false), new BarsDrawing.Bar("b", 1, true)));
        return (Element) parsed(SvgSurface.draw(drawing, width, 200)).getElementsByTagName("text").item(1);
    }

    @Test
    void aNameIsWholeWhereThereIsRoom() throws Exception {
        String name = "Hydra English–Kabyle, tuned: full, 300 steps, beam 4, 100 pairs";
        assertThat(name(name, 720).getTextContent()).isEqualTo(name);
        assertThat(name(name, 720).getElementsByTagName("title").getLength()).isZero();
    }

    @Test
    void aNameThatIsCutIsToldWholeUnderTheMouse() throws Exception {
        String name = "Hydra English–Kabyle, tuned: full, 300 steps, beam 4, 100 pairs";
        Element text = name(name, 400);
        assertThat(text.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(name);
        assertThat(text.getLastChild().getTextContent()).startsWith("Hydra English").endsWith("…").doesNotContain(name);
    }

    @Test
    void aNameFromRightToLeftEndsAtItsLeft() throws Exception {
        Element text = name("نموذج عربي (2024) طويل الاسم جدا جدا لا يتسع في السطر أبدا", 400);
        assertThat(text.getAttribute("direction")).isEqualTo("rtl");
        assertThat(text.getAttribute("text-anchor")).as("its first letter, at the bar").isEqualTo("start");
        assertThat(text.getLastChild().getTextContent()).startsWith("نموذج").endsWith("…");
    }

    @Test
    void csvQuotesWhatNeedsIt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.csv");
        PlotFiles.writeCsv(List.of(List.of("a,b", "say \"x\""), List.of("1", "2")), file);
        assertThat(Files.readString(file)).isEqualTo("\"a,b\",\"say \"\"x\"\"\"\r\n1,2\r\n");
    }

    @Test
    void tabsInACellBecomeSpaces() {
        assertThat(PlotFiles.tsv(List.of(List.of("a\tb", "c\nd")))).isEqualTo("a b\tc d\n");
    }

    @Test
    void numbersAreShortForPeopleAndExactForFiles() {
        assertThat(Numbers.brief(2.71828)).isEqualTo("2.718");
        assertThat(Numbers.brief(0.00002)).isEqualTo("2 × 10⁻⁵");
        assertThat(Numbers.brief(0.0005)).isEqualTo("0.0005");
        assertThat(Numbers.brief(0.000123456)).isEqualTo("0.0001235");
        assertThat(Numbers.brief(0.000099999)).isEqualTo("0.0001");
        assertThat(Numbers.brief(-1.25e-12)).isEqualTo("-1.25 × 10⁻¹²");
        assertThat(Numbers.brief(1234567)).isEqualTo("1,234,567");
        assertThat(Numbers.brief(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.exact(3)).isEqualTo("3");
        assertThat(Numbers.exact(0.1)).isEqualTo("0.1");
    }
}

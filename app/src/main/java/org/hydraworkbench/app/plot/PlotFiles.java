package org.hydraworkbench.app.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.text.Tsv;

/** Plots and tables as files. */
public final class PlotFiles {

    private PlotFiles() {}

    /** The pixels of an image as a PNG file. */
    public static void writePng(Image image, Path file) throws HydraException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(copy, "png", bytes);
        } catch (IOException e) {
            throw ResourceException.in(file, "the picture cannot be written", e);
        }
        AtomicFiles.write(file, out -> bytes.writeTo(out));
    }

    public static void writeSvg(Drawing drawing, double width, double height, Path file) throws HydraException {
        writeText(SvgSurface.draw(drawing, width, height), file);
    }

    /** Comma-separated values (RFC 4180), UTF-8, a header first. */
    public static void writeCsv(List<List<String>> rows, Path file) throws HydraException {
        writeText(rows.stream().map(PlotFiles::csvLine).collect(Collectors.joining("\r\n", "", "\r\n")), file);
    }

    /** Tab-separated values, UTF-8; tabs and line ends inside a cell become spaces. */
    public static String tsv(List<List<String>> rows) {
        return rows.stream().map(Tsv::row).collect(Collectors.joining());
    }

    public static void writeText(String text, Path file) throws HydraException {
        AtomicFiles.writeString(file, text);
    }

    private static String csvLine(List<String> row) {
        return row.stream()
                .map(cell -> cell.matches("(?s).*[\",\\r\\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .collect(Collectors.joining(","));
    }
}

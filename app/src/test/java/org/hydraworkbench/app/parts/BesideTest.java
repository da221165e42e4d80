package org.hydraworkbench.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class BesideTest {

    private static Region region(double least, double usual, double high) {
        Region region = new Region();
        region.setMinWidth(least);
        region.setPrefSize(usual, high);
        return region;
    }

    private static List<Bounds> laidOut(Beside all, double width) {
        all.resize(width, all.prefHeight(width));
        all.layout();
        return all.getChildren().stream().map(child -> child.getBoundsInParent()).toList();
    }

    @Test
    void regionsThatShareHaveEqualPartsAndOneHeight() {
        List<Bounds> bounds = laidOut(Beside.sharing(region(100, 150, 40), region(100, 150, 60)), 416);
        assertThat(bounds).extracting(Bounds::getWidth).containsExactly(200.0, 200.0);
        assertThat(bounds).extracting(Bounds::getMinX).containsExactly(0.0, 216.0);
        assertThat(bounds).extracting(Bounds::getHeight).containsExactly(60.0, 60.0);
    }

    @Test
    void whereTheyDoNotFitTheyLieBelowEachOther() {
        List<Bounds> bounds = laidOut(Beside.sharing(region(100, 150, 40), region(100, 150, 60)), 215);
        assertThat(bounds).extracting(Bounds::getWidth).containsExactly(215.0, 215.0);
        assertThat(bounds).extracting(Bounds::getMinY).containsExactly(0.0, 56.0);
        assertThat(bounds).extracting(Bounds::getHeight).containsExactly(40.0, 60.0);
    }

    @Test
    void oneThatDoesNotGrowHasItsUsualWidth() {
        Region main = region(100, 150, 40);
        HBox.setHgrow(main, Priority.ALWAYS);
        assertThat(laidOut(new Beside(region(50, 80, 10), main), 500)).extracting(Bounds::getWidth).containsExactly(80.0, 404.0);
        assertThat(laidOut(new Beside(region(50, 80, 10), main), 195)).extracting(Bounds::getWidth).containsExactly(195.0, 195.0);
    }
}

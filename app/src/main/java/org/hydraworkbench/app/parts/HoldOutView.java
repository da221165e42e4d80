package org.hydraworkbench.app.parts;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The offer to hold sentences out, while it stands. */
public final class HoldOutView extends VBox {

    public HoldOutView(HoldOutOffer offer) {
        super(8);
        setId("hold-out");
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(1, Integer.MAX_VALUE, 1, 10);
        offer.mostProperty().subscribe(most -> values.setMax(most));
        values.valueProperty().subscribe(number -> offer.numberProperty().set(number));
        offer.numberProperty().subscribe(number -> values.setValue(number.intValue()));
        Spinner<Integer> spinner = new Spinner<>(values);
        Parts.typed(spinner);
        Parts.wide(spinner, 7, 7);
        spinner.setId("hold-out-number");
        spinner.setAccessibleText(Texts.get("holdOut.number"));
        ActionSpec hold = ActionSpec.of("holdOut.do", offer::holdOut).withIcon(MaterialDesignC.CONTENT_CUT);
        getChildren().addAll(
                Parts.hint(offer.roleProperty().map(role -> Texts.get("holdOut.offer." + role.code()))),
                Parts.bar(spinner, Actions.button(hold)));
        Parts.shownWhen(this, offer.offeredProperty());
    }
}

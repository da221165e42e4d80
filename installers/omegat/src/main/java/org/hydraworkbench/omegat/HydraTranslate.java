package org.hydraworkbench.omegat;

import java.awt.Window;
import java.io.IOException;
import org.omegat.core.machinetranslators.BaseTranslate;
import org.omegat.gui.exttrans.MTConfigDialog;
import org.omegat.util.Language;

/** Machine translation by the workbench. Answers are not kept here: the next one obeys what was corrected meanwhile. */
public final class HydraTranslate extends BaseTranslate {

    /** Whether a person switched it on. */
    static final String SWITCH = "hydra_workbench_translate";

    private static final String NAME = "Hydra Workbench";

    /** Called by OmegaT. */
    public HydraTranslate() {}

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    protected String getPreferenceName() {
        return SWITCH;
    }

    @Override
    protected String translate(Language from, Language to, String text) throws IOException, InterruptedException {
        return Tags.isIn(text)
                ? Tags.ofHtml(Service.translate(from, to, Tags.toHtml(text), "html"))
                : Service.translate(from, to, text, "text");
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public void showConfigurationUI(Window parent) {
        MTConfigDialog dialog = new MTConfigDialog(parent, NAME) {
            @Override
            protected void onConfirm() {
                Service.setAddress(panel.valueField1.getText());
            }
        };
        dialog.panel.valueLabel1.setText("Address of the service:");
        dialog.panel.valueField1.setText(Service.address());
        dialog.panel.valueField1.setColumns(30);
        dialog.panel.valueLabel2.setVisible(false);
        dialog.panel.valueField2.setVisible(false);
        dialog.panel.temporaryCheckBox.setVisible(false);
        dialog.show();
    }
}

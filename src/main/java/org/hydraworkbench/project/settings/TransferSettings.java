package org.hydraworkbench.project.settings;

import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;

/** How to make the new tables: the method, and what it does beyond. */
public record TransferSettings(TransferMethod method, TransferOptions options) {

    /** Trans-tokenization with its defaults. */
    public static TransferSettings defaults() {
        return new TransferSettings(TransferMethod.TRANS_TOKENIZATION, TransferOptions.defaults());
    }

    public TransferSettings withMethod(TransferMethod value) {
        return new TransferSettings(value, options);
    }

    public TransferSettings withOptions(TransferOptions value) {
        return new TransferSettings(method, value);
    }
}

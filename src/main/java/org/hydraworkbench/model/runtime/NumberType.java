package org.hydraworkbench.model.runtime;

/** Types of the numbers of weights, in files and in memory, with the codes that PyTorch gives them. DJL has no name for all of them that could be used. */
public enum NumberType {
    F16(5, 2),
    F32(6, 4),
    BF16(15, 2);

    private final int code;
    private final int bytes;

    NumberType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** PyTorch's code. */
    public int code() {
        return code;
    }

    /** Bytes of a number. */
    public int bytes() {
        return bytes;
    }
}

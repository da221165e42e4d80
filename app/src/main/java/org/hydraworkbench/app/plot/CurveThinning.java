package org.hydraworkbench.app.plot;

/**
 * The points of a curve that are worth drawing: of all that fall on one column of pixels the first, the lowest, the highest
 * and the last, which give the same picture as all of them.
 */
final class CurveThinning {

    final double[] xs;
    final double[] ys;
    int count;

    /** @param columns how many columns of pixels there are */
    CurveThinning(Curve curve, Axis across, Axis up, double left, double top, double width, double height) {
        int columns = (int) Math.ceil(width) + 2;
        int room = Math.min(curve.size(), 4 * columns);
        xs = new double[room + 4];
        ys = new double[room + 4];
        int from = 0;
        while (from < curve.size()) {
            double column = Math.floor(left + across.share(curve.x(from)) * width);
            int lowest = from;
            int highest = from;
            int last = from;
            for (int i = from + 1; i < curve.size(); i++) {
                if (Math.floor(left + across.share(curve.x(i)) * width) != column) {
                    break;
                }
                lowest = curve.y(i) < curve.y(lowest) ? i : lowest;
                highest = curve.y(i) > curve.y(highest) ? i : highest;
                last = i;
            }
            int[] kept = {from, Math.min(lowest, highest), Math.max(lowest, highest), last};
            int before = -1;
            for (int index : kept) {
                if (index != before) {
                    xs[count] = left + across.share(curve.x(index)) * width;
                    ys[count++] = top + (1 - up.share(curve.y(index))) * height;
                    before = index;
                }
            }
            from = last + 1;
        }
    }
}

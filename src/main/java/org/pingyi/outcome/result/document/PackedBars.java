package org.pingyi.outcome.result.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.pingyi.intake.ballot.tally.PackedBar;
import org.pingyi.rules.scoring.Inputs;

/**
 * The bars of a unit in few bytes: of each histogram channel and class as Java's modified
 * UTF-8, signals and the number of bars as four bytes, then eight bytes a bar.
 */
final class PackedBars {

	private PackedBars() {
	}

	/** Packs bars of one unit in their order. */
	static byte[] write(List<Inputs.Tally> bars) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		try {
			for (int from = 0; from < bars.size();) {
				int to = from + 1;
				while (to < bars.size() && sameHistogram(bars.get(from), bars.get(to))) {
					to++;
				}
				write(bars.subList(from, to), out);
				from = to;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static boolean sameHistogram(Inputs.Tally one, Inputs.Tally other) {
		return one.signals() == other.signals() && one.channel().equals(other.channel())
				&& one.raterClass().equals(other.raterClass());
	}

	private static void write(List<Inputs.Tally> histogram, DataOutputStream out) throws IOException {
		Inputs.Tally first = histogram.getFirst();
		out.writeUTF(first.channel());
		out.writeUTF(first.raterClass());
		out.writeInt(first.signals());
		out.writeInt(histogram.size());
		for (Inputs.Tally bar : histogram) {
			out.writeLong(PackedBar.of(bar.item(), bar.code(), bar.count()));
		}
	}

	/** The bars of a unit in their order. */
	static List<Inputs.Tally> read(String unit, byte[] packed) {
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
		List<Inputs.Tally> bars = new ArrayList<>();
		try {
			while (in.available() > 0) {
				read(unit, in, bars);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bars;
	}

	private static void read(String unit, DataInputStream in, List<Inputs.Tally> bars) throws IOException {
		String channel = in.readUTF();
		String raterClass = in.readUTF();
		int signals = in.readInt();
		for (int left = in.readInt(); left > 0; left--) {
			long bar = in.readLong();
			bars.add(new Inputs.Tally(unit, channel, raterClass, signals, PackedBar.item(bar), PackedBar.code(bar),
					PackedBar.count(bar)));
		}
	}

}

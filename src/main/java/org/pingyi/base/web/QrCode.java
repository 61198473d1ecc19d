package org.pingyi.base.web;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * An address as a QR code of few bytes, because hundreds share a page: dark runs as lines
 * that are drawn one module wide. The fragment {@code base/web/qr :: code} draws it.
 *
 * @param size width and height in modules, quiet zone included
 * @param path the middles of the dark runs
 */
public record QrCode(int size, String path) {

	/** ISO/IEC 18004: four modules on each side. */
	private static final int QUIET_ZONE = 4;

	private static final int MASK = 3;

	/** What cards have room for; the paper around is white too. */
	private static final int NARROW_ZONE = 2;

	public static QrCode of(String address) {
		BitMatrix matrix = matrix(address,
				Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < matrix.getHeight(); y++) {
			row(matrix, y, path);
		}
		return new QrCode(matrix.getWidth(), path.toString());
	}

	/**
	 * The same as bits, for small print of very many: always with the same mask, for the
	 * choice of the best one takes most of the time.
	 */
	public static Bits bits(String address) {
		BitMatrix matrix = matrix(address, Map.of(EncodeHintType.MARGIN, NARROW_ZONE, EncodeHintType.ERROR_CORRECTION,
				ErrorCorrectionLevel.M, EncodeHintType.QR_MASK_PATTERN, MASK));
		int bytes = (matrix.getWidth() + Byte.SIZE - 1) / Byte.SIZE;
		byte[] rows = new byte[bytes * matrix.getHeight()];
		for (int y = 0; y < matrix.getHeight(); y++) {
			for (int x = 0; x < matrix.getWidth(); x++) {
				if (matrix.get(x, y)) {
					rows[y * bytes + x / Byte.SIZE] |= (byte) (0x80 >> (x % Byte.SIZE));
				}
			}
		}
		return new Bits(matrix.getWidth(), rows);
	}

	private static BitMatrix matrix(String address, Map<EncodeHintType, Object> hints) {
		try {
			return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, hints);
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("Too long for a QR code", ex);
		}
	}

	private static void row(BitMatrix matrix, int y, StringBuilder path) {
		int x = 0;
		while (x < matrix.getWidth()) {
			int end = x;
			while (end < matrix.getWidth() && matrix.get(end, y)) {
				end++;
			}
			if (end > x) {
				path.append('M').append(x).append(' ').append(y).append(".5h").append(end - x);
			}
			x = end + 1;
		}
	}

	/**
	 * A QR code as a picture of one bit for each module, 1 where it is dark.
	 *
	 * @param size width and height in modules, quiet zone included
	 * @param rows each begins with a byte of its own
	 */
	@SuppressWarnings("ArrayRecordComponent") // drawn at once, never compared
	public record Bits(int size, byte[] rows) {
	}

}

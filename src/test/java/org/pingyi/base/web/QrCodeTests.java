package org.pingyi.base.web;

import java.util.Arrays;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is drawn is read back by a reader of QR codes. */
class QrCodeTests {

	private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)\\.5h(\\d+)");

	private static final int MODULE = 4;

	@ParameterizedTest
	@ValueSource(
			strings = { "https://pingyi.example/q/0123456789abcdef", "http://localhost/vote#c=ABCD-EFGH-JKMN-PQRS" })
	void isReadBack(String address) throws ReaderException {
		assertThat(read(QrCode.of(address))).isEqualTo(address);
		assertThat(read(QrCode.narrow(address))).isEqualTo(address);
		assertThat(QrCode.narrow(address).size()).isEqualTo(QrCode.of(address).size() - 4);
	}

	private static String read(QrCode code) throws ReaderException {
		int width = code.size() * MODULE;
		int[] pixels = new int[width * width];
		Arrays.fill(pixels, 0xffffff);
		RUN.matcher(code.path()).results().forEach((run) -> {
			int left = Integer.parseInt(run.group(1)) * MODULE;
			int top = Integer.parseInt(run.group(2)) * MODULE;
			int length = Integer.parseInt(run.group(3)) * MODULE;
			for (int y = top; y < top + MODULE; y++) {
				Arrays.fill(pixels, y * width + left, y * width + left + length, 0);
			}
		});
		RGBLuminanceSource source = new RGBLuminanceSource(width, width, pixels);
		return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
	}

}

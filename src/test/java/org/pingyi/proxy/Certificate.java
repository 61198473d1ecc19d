package org.pingyi.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that signs itself, made by keytool, and the files that nginx reads it
 * from.
 */
record Certificate(Path certificate, Path key, SSLContext trusting) {

	private static final String STORE_PASSWORD = "of-no-use-to-anybody";

	static Certificate of(String host, Path folder) throws Exception {
		Path store = folder.resolve("store.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "proxy", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + host,
				"-ext", "SAN=dns:" + host, "-validity", "2", "-keystore", store.toString(), "-storetype", "PKCS12",
				"-storepass", STORE_PASSWORD)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (keytool.waitFor() != 0) {
			throw new IOException("keytool made no certificate");
		}
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store)) {
			keys.load(in, STORE_PASSWORD.toCharArray());
		}
		return new Certificate(
				pem(folder.resolve("certificate.pem"), "CERTIFICATE", keys.getCertificate("proxy").getEncoded()),
				pem(folder.resolve("certificate.key"), "PRIVATE KEY",
						keys.getKey("proxy", STORE_PASSWORD.toCharArray()).getEncoded()),
				trusting(keys));
	}

	private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("proxy", keys.getCertificate("proxy"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	private static Path pem(Path file, String kind, byte[] content) throws IOException {
		String lines = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
		return Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(kind, lines));
	}

}

package org.pingyi.bench.city;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Takes a package of a year's files along and has the offline verifier look at it, beside
 * the time in which their SHA-256 is taken.
 *
 * @param name whose package
 * @param login who takes it, or "" for a stranger
 * @param path its address
 */
record Verifying(String name, String login, String path) implements Measurement {

	private static final long LONGEST_MINUTES = 10;

	private static final int BUFFER = 1 << 20;

	@Override
	public List<Figure> of(RunningCity city) throws Exception {
		Path folder = Path.of("target", "city", "files").toAbsolutePath();
		RunningCity.delete(folder);
		Files.createDirectories(folder);
		try {
			return of(city, folder);
		}
		finally {
			RunningCity.delete(folder);
		}
	}

	private List<Figure> of(RunningCity city, Path folder) throws Exception {
		Path zip = folder.resolve("package.zip");
		Browser browser = city.browser(this.login);
		Memory.forget(city.pid());
		double taken = Times
			.millis(() -> browser.download(city.fill(this.path), HttpResponse.BodyHandlers.ofFile(zip)));
		double most = Memory.most(city.pid());
		double size = Files.size(zip) / 1e6;
		Path files = folder.resolve("files");
		Zip.extract(zip, files);
		double hashed = Times.millis(() -> hash(files));
		AtomicReference<Double> memory = new AtomicReference<>(0.0);
		double verified = Times.millis(() -> verify(city, files, memory));
		return List.of(new Figure(this.name, "ms", taken, "%.0f MB".formatted(size), "SHA-256 of its files", hashed),
				new Figure(this.name + ", most memory", "MB", most),
				new Figure("verify " + this.name, "ms", verified, "", "SHA-256 of its files", hashed),
				new Figure("verify " + this.name + ", most memory", "MB", memory.get()));
	}

	private static Void hash(Path folder) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		byte[] buffer = new byte[BUFFER];
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				try (InputStream in = Files.newInputStream(file)) {
					for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
						digest.update(buffer, 0, read);
					}
				}
			}
		}
		digest.digest();
		return null;
	}

	private static Void verify(RunningCity city, Path files, AtomicReference<Double> memory) throws Exception {
		Process verifier = city.processes()
			.java("city-verify", Map.of(), "-Xmx" + CityBenchmark.VERIFIER_HEAP, "-jar", city.jar().toString(),
					"verify", files.toString());
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
		while (!verifier.waitFor(20, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
			memory.set(Math.max(memory.get(), Memory.most(verifier.pid())));
		}
		if (verifier.isAlive() || (verifier.exitValue() != 0 && verifier.exitValue() != 3)) {
			throw new IllegalStateException("verify failed; see target/bench-city-verify.log");
		}
		return null;
	}

}

package org.pingyi.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code verify DIR [KEPT] [--key KEY] [--lang zh|en]}: checks files and says what was
 * altered.
 */
public final class Command {

	/** Everything fits. */
	public static final int CLEAN = 0;

	/** Something was altered. */
	public static final int ALTERED = 1;

	/** The files cannot be read. */
	public static final int UNREADABLE = 2;

	/** Files are missing; what is there agrees. */
	public static final int INCOMPLETE = 3;

	private static final String LANGUAGE = "--lang";

	private static final String KEY = "--key";

	private final PrintStream out;

	private final Locale locale;

	private final List<String> key;

	private final List<String> paths;

	private Command(PrintStream out, Locale locale, List<String> key, List<String> paths) {
		this.out = out;
		this.locale = locale;
		this.key = key;
		this.paths = paths;
	}

	/**
	 * Runs the command.
	 * @param arguments what follows the word {@code verify}
	 * @return what the process ends with
	 */
	public static int run(List<String> arguments, PrintStream out) {
		List<String> paths = new ArrayList<>(arguments);
		Locale locale = option(paths, LANGUAGE).map(Locale::forLanguageTag).orElseGet(Locale::getDefault);
		List<String> key = option(paths, KEY).map((line) -> Verification.KEPT_KEY + line).stream().toList();
		return new Command(out, locale, key, paths).run();
	}

	/** Takes an option with its value out of the arguments. */
	private static Optional<String> option(List<String> arguments, String name) {
		int at = arguments.indexOf(name);
		if (at < 0 || at + 1 >= arguments.size()) {
			return Optional.empty();
		}
		String value = arguments.remove(at + 1);
		arguments.remove(at);
		return Optional.of(value);
	}

	private int run() {
		Printout printout = new Printout(this.out, this.locale);
		if (this.paths.isEmpty() || this.paths.size() > 2) {
			printout.usage();
			return UNREADABLE;
		}
		try (Folder folder = Folder.open(path(this.paths.getFirst()))) {
			return verify(folder, printout);
		}
		catch (Unreadable ex) {
			printout.unreadable(ex);
			return UNREADABLE;
		}
	}

	private int verify(Folder folder, Printout printout) {
		try {
			Report report = new Verification(folder, kept(), EnumSet.allOf(Check.class)).run();
			printout.report(report);
			return code(report);
		}
		catch (UncheckedIOException ex) {
			printout.unreadable(new Unreadable(System.getProperty("java.io.tmpdir"), 0, "space"));
			return UNREADABLE;
		}
		catch (OutOfMemoryError ex) {
			// All that was read is garbage by now: there is room enough to say so.
			printout.tooLarge(folder.reading());
			return UNREADABLE;
		}
	}

	private static int code(Report report) {
		if (report.altered()) {
			return ALTERED;
		}
		return report.findings().isEmpty() ? CLEAN : INCOMPLETE;
	}

	private static Path path(String text) {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			throw new Unreadable(text, 0, "path");
		}
	}

	private List<String> kept() {
		if (this.paths.size() < 2) {
			return this.key;
		}
		try {
			byte[] content = Files.readAllBytes(path(this.paths.get(1)));
			return Stream.concat(this.key.stream(), Utf8Lines.of(this.paths.get(1), content).stream()).toList();
		}
		catch (IOException ex) {
			throw new Unreadable(this.paths.get(1), 0, "text");
		}
	}

}

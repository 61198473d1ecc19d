package org.pingyi.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** {@code verify DIR [KEPT] [--lang zh|en]}: checks files and says what was altered. */
public final class Command {

	/** Everything fits. */
	public static final int CLEAN = 0;

	/** Something was altered. */
	public static final int ALTERED = 1;

	/** The files cannot be read. */
	public static final int UNREADABLE = 2;

	private static final String LANGUAGE = "--lang";

	private final PrintStream out;

	private final Locale locale;

	private final List<String> paths;

	private Command(PrintStream out, Locale locale, List<String> paths) {
		this.out = out;
		this.locale = locale;
		this.paths = paths;
	}

	/**
	 * Runs the command.
	 * @param arguments what follows the word {@code verify}
	 * @return what the process ends with
	 */
	public static int run(List<String> arguments, PrintStream out) {
		List<String> paths = new ArrayList<>(arguments);
		Locale locale = Locale.getDefault();
		int language = paths.indexOf(LANGUAGE);
		if (language >= 0 && language + 1 < paths.size()) {
			locale = Locale.forLanguageTag(paths.remove(language + 1));
			paths.remove(language);
		}
		return new Command(out, locale, paths).run();
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
			return report.findings().isEmpty() ? CLEAN : ALTERED;
		}
		catch (OutOfMemoryError ex) {
			// All that was read is garbage by now: there is room enough to say so.
			printout.tooLarge(folder.reading());
			return UNREADABLE;
		}
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
			return List.of();
		}
		try {
			return Files.readAllLines(path(this.paths.get(1)));
		}
		catch (IOException ex) {
			throw new Unreadable(this.paths.get(1), 0, "text");
		}
	}

}

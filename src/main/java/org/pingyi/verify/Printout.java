package org.pingyi.verify;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Prints a report for people, in Chinese or in English. */
final class Printout {

	/** As many of one kind as anybody reads; the rest is counted. */
	private static final int MOST = 40;

	private final PrintStream out;

	private final Locale locale;

	private final ResourceBundle texts;

	Printout(PrintStream out, Locale locale) {
		this.out = out;
		this.locale = locale.getLanguage().equals("zh") ? Locale.ROOT : Locale.ENGLISH;
		this.texts = ResourceBundle.getBundle("messages/verify", this.locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	void usage() {
		this.out.println(text("verify.usage"));
	}

	void unreadable(Unreadable ex) {
		this.out.println(text("verify.unreadable", ex.file(), ex.line(), ex.what()));
	}

	/** There is more in a file than fits in memory. */
	void tooLarge(String file) {
		this.out.println(text("verify.tooLarge", file));
	}

	void report(Report report) {
		this.out.println(text("verify.title", report.title()));
		this.out.println(text("verify.key", report.key()));
		for (Check check : Check.values()) {
			print(check, report);
		}
		this.out.println();
		if (!report.counted()) {
			this.out.println(text("verify.uncounted"));
		}
		this.out.println(conclusion(report));
		if (report.findings().isEmpty()) {
			this.out.println(text("verify.keep"));
			report.toKeep().forEach(this.out::println);
		}
	}

	private String conclusion(Report report) {
		if (report.altered()) {
			return text("verify.altered", report.count());
		}
		return report.findings().isEmpty() ? text("verify.clean")
				: text("verify.incomplete", report.count(Check.FILES));
	}

	private void print(Check check, Report report) {
		List<Discrepancy> findings = report.findings(check);
		String skipped = report.skipped(check);
		String name = text(check.key());
		if (!findings.isEmpty()) {
			this.out.println(text("verify.bad", name, report.count(check)));
			findings.stream().limit(MOST).forEach((finding) -> this.out.println("    " + sentence(finding)));
			if (report.count(check) > MOST) {
				this.out.println("    " + text("verify.more", report.count(check) - MOST));
			}
		}
		else if (report.wasDone(check)) {
			this.out.println(text("verify.good", name, report.done(check)));
		}
		if (!report.reason(check).isEmpty()) {
			this.out.println(text("verify.impossible", name, text(report.reason(check))));
		}
		else if (!skipped.isEmpty() || (findings.isEmpty() && !report.wasDone(check))) {
			this.out.println(text("verify.skipped", name, skipped.isEmpty() ? "-" : skipped));
		}
	}

	/** A finding as a sentence that names the place. */
	String sentence(Discrepancy finding) {
		return text(finding.key(), finding.arguments().toArray());
	}

	/** Figures as they stand in the files, without separators. */
	private String text(String key, Object... arguments) {
		Object[] plain = java.util.Arrays.stream(arguments).map(String::valueOf).toArray();
		return new MessageFormat(this.texts.getString(key), this.locale).format(plain);
	}

}

package org.pingyi.outcome.result.web.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Sha256;
import org.pingyi.base.web.Download;
import org.pingyi.base.web.OutgoingFile;
import org.pingyi.base.web.kept.PageDrawing;
import org.pingyi.base.web.kept.Representation;
import org.pingyi.base.web.kept.Spool;
import org.pingyi.outcome.result.AuditFiles;
import org.pingyi.outcome.result.Card;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.narrative.Narrative;
import org.pingyi.outcome.result.rendition.RenditionKey;
import org.pingyi.outcome.result.rendition.Renditions;

import org.springframework.stereotype.Component;

/** Draws documents and stores what was drawn. */
@Component
class DocumentDrawing {

	private static final int TAG = 32;

	private final Results results;

	private final AuditFiles files;

	private final Narrative narrative;

	private final RankingFiles ranking;

	private final PageDrawing pages;

	private final Spool spool;

	private final Renditions renditions;

	DocumentDrawing(Results results, AuditFiles files, Narrative narrative, RankingFiles ranking, PageDrawing pages,
			Spool spool, Renditions renditions) {
		this.results = results;
		this.files = files;
		this.narrative = narrative;
		this.ranking = ranking;
		this.pages = pages;
		this.spool = spool;
		this.renditions = renditions;
	}

	/** Draws a document as the city stands in a state. */
	Representation draw(Document document, PublicState state, Locale language) {
		RenditionKey key = document.key(language);
		return switch (document.kind()) {
			case HOME -> page(document, language, "home", home(document, state));
			case RANKING -> page(document, language, "ranking",
					Map.of("standings", this.results.published(cycle(document)), "cycles", state.cycles()));
			case CARD -> page(document, language, "publiccard", card(document, language));
			case RECOUNT -> page(document, language, "recount", Map.of("recount", this.files.recount(cycle(document))));
			case CSV -> {
				byte[] csv = this.ranking.csv(this.results.published(cycle(document)), language);
				yield this.renditions.keep(key,
						Representation.zipped(Download.CSV.toString(), name(document, ".csv"), csv, tag(csv)));
			}
			case XLSX -> {
				byte[] xlsx = this.ranking.xlsx(this.results.published(cycle(document)), language);
				yield this.renditions.keep(key,
						Representation.file(Download.XLSX.toString(), name(document, ".xlsx"), xlsx, tag(xlsx)));
			}
			case PACKAGE -> keep(key, this.files.published(cycle(document)));
		};
	}

	private static long cycle(Document document) {
		return Objects.requireNonNull(document.year()).cycle().id();
	}

	private static String name(Document document, String ending) {
		return "pingyi-" + Objects.requireNonNull(document.year()).cycle().code() + ending;
	}

	private Map<String, @Nullable Object> home(Document document, PublicState state) {
		Map<String, @Nullable Object> model = new HashMap<>();
		model.put("current", state.current());
		model.put("counting", state.counting());
		model.put("standings", (document.year() != null) ? this.results.published(cycle(document)) : null);
		return model;
	}

	private Map<String, @Nullable Object> card(Document document, Locale language) {
		Card card = this.results.publishedCard(cycle(document), document.unit());
		return Map.of("card", card, "narrative", this.narrative.of(card, language));
	}

	private Representation page(Document document, Locale language, String template,
			Map<String, @Nullable Object> model) {
		byte[] page = this.pages.draw("outcome/result/" + template, document.address(), language, model)
			.getBytes(StandardCharsets.UTF_8);
		return this.renditions.keep(document.key(language),
				Representation.zipped(Representation.HTML, "", page, tag(page)));
	}

	private static String tag(byte[] content) {
		return Sha256.hex(content).substring(0, TAG);
	}

	/** However long it is, it passes by way of a disk. */
	private Representation keep(RenditionKey key, OutgoingFile file) {
		try {
			Path path = this.spool.write(file);
			try {
				return this.renditions.keep(key,
						Representation.file(Download.ZIP.toString(), file.name(), path, tag(path)));
			}
			finally {
				Files.delete(path);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String tag(Path path) throws IOException {
		try (InputStream content = Files.newInputStream(path)) {
			return Sha256.hex(content).substring(0, TAG);
		}
	}

}

package org.pingyi.base.web.workbook;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.pingyi.base.web.workbook.UnreadableWorkbook.Reason;

/**
 * What a workbook says about its parts.
 *
 * @param sheet the part of the first sheet that is not hidden
 * @param styles the part of its formats, or ""
 * @param texts the part of its shared texts, or ""
 * @param from1904 whether its dates are counted from 1904
 */
record Contents(String sheet, String styles, String texts, boolean from1904) {

	private static final int MOST_RELATIONS = 10_000;

	static Contents of(Parts parts) throws IOException {
		String workbook = related(parts, "").values()
			.stream()
			.filter((relation) -> relation.is("officeDocument") && parts.has(relation.target()))
			.findFirst()
			.map(Relation::target)
			.orElseThrow(() -> new UnreadableWorkbook(Reason.OTHER_KIND, ""));
		Map<String, Relation> related = related(parts, workbook);
		return read(parts, workbook, related);
	}

	private static Contents read(Parts parts, String workbook, Map<String, Relation> related) throws IOException {
		String first = "";
		String shown = "";
		boolean from1904 = false;
		try (XmlPart part = new XmlPart(parts.open(workbook))) {
			while (part.next()) {
				if (part.opens("workbookPr")) {
					from1904 = part.attribute("date1904").matches("1|true");
				}
				Relation sheet = part.opens("sheet") ? related.get(part.attribute("id")) : null;
				if (sheet != null && sheet.is("worksheet")) {
					first = first.isEmpty() ? sheet.target() : first;
					boolean visible = part.attribute("state").matches("|visible");
					shown = (shown.isEmpty() && visible) ? sheet.target() : shown;
				}
			}
		}
		if (first.isEmpty()) {
			throw new UnreadableWorkbook(Reason.OTHER_KIND, "");
		}
		return new Contents(shown.isEmpty() ? first : shown, target(related, "styles"),
				target(related, "sharedStrings"), from1904);
	}

	private static String target(Map<String, Relation> related, String type) {
		Optional<Relation> found = related.values().stream().filter((relation) -> relation.is(type)).findFirst();
		return found.map(Relation::target).orElse("");
	}

	/** What a part is related to inside of the file, by the relations' names. */
	private static Map<String, Relation> related(Parts parts, String to) throws IOException {
		String folder = to.substring(0, to.lastIndexOf('/') + 1);
		String file = folder + "_rels/" + to.substring(folder.length()) + ".rels";
		Map<String, Relation> found = new HashMap<>();
		if (!parts.has(file)) {
			return found;
		}
		try (XmlPart part = new XmlPart(parts.open(file))) {
			while (part.next() && found.size() < MOST_RELATIONS) {
				if (part.opens("Relationship") && !part.attribute("TargetMode").equals("External")) {
					found.put(part.attribute("Id"),
							new Relation(part.attribute("Type"), resolved(folder, part.attribute("Target"))));
				}
			}
		}
		return found;
	}

	private static String resolved(String folder, String target) {
		String path = target.startsWith("/") ? target.substring(1) : folder + target.replaceFirst("^\\./", "");
		return path.toLowerCase(Locale.ROOT);
	}

	/** A part that another one uses, and what for. */
	private record Relation(String type, String target) {

		boolean is(String use) {
			return this.type.endsWith("/" + use);
		}

	}

}

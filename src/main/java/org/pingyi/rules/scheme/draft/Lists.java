package org.pingyi.rules.scheme.draft;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.format.Kinds;

/** Adds to the lists of a draft, moves what is in them, and takes it out. */
final class Lists {

	private Lists() {
	}

	/**
	 * Does what an edit asks for.
	 * @return place of what was added or moved, else of the part
	 * @throws Refusal 404 when there is nothing to do it to
	 */
	static String act(ObjectNode document, DocumentNode part, Edit edit) {
		DocumentNode target = part.find(edit.name()).orElseThrow(() -> Refusal.notFound("scheme.noPart", edit.name()));
		return switch (edit.act()) {
			case NONE -> edit.place();
			case ADD -> add(document, target, edit.kind());
			case REMOVE -> move(target, null);
			case UP -> move(target, -1);
			case DOWN -> move(target, 1);
		};
	}

	private static String add(ObjectNode document, DocumentNode list, String kind) {
		if (!RecordLayout.isRecords(list.type()) || (!kind.isEmpty() && Kinds.type(kind).isEmpty())) {
			throw Refusal.notFound("scheme.noPart", list.place());
		}
		ObjectNode element = NewElement.element(new Choices(document), list, kind);
		ArrayNode array = (list.json() instanceof ArrayNode there) ? there
				: FormInput.object(list.holder()).putArray(list.place().replaceAll(".*\\.", ""));
		array.add(element);
		return list.place() + "[" + (array.size() - 1) + "]";
	}

	/** Moves an element of a list by so many places, or out of it. */
	private static String move(DocumentNode target, @Nullable Integer by) {
		DocumentNode list = target.above();
		if (list == null || !(list.json() instanceof ArrayNode array)) {
			throw Refusal.notFound("scheme.noPart", target.place());
		}
		int from = list.elements().stream().map(DocumentNode::place).toList().indexOf(target.place());
		JsonNode element = array.remove(from);
		if (by == null) {
			return list.place();
		}
		int to = Math.clamp((long) from + by, 0, array.size());
		array.insert(to, element);
		return list.place() + "[" + to + "]";
	}

}

package org.pingyi.base.web.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * One XML part, read tag by tag: without document types, without anything from outside,
 * and with bounds on what the parser holds in memory. The JDK's parser has none for
 * depth, for the length of a tag, or for the number of names, which it never forgets.
 */
final class XmlPart implements AutoCloseable {

	private static final int MOST_DEPTH = 64;

	private static final int MOST_NAMES = 2000;

	/** Seconds of work, whatever is or is not between the tags. */
	private static final int MOST_EVENTS = 7_000_000;

	private static final XMLInputFactory FACTORY = factory();

	private final PieceLimit bytes;

	private final XMLStreamReader reader;

	private final Set<String> names = new HashSet<>();

	private final int most;

	private int depth;

	private int events;

	XmlPart(InputStream in) throws IOException {
		this(in, 1);
	}

	/**
	 * A longer one.
	 * @param times how many times longer it may be
	 */
	XmlPart(InputStream in, int times) throws IOException {
		this.most = MOST_EVENTS * times;
		this.bytes = new PieceLimit(in, times);
		try {
			this.reader = FACTORY.createXMLStreamReader(this.bytes);
		}
		catch (XMLStreamException | RuntimeException ex) {
			throw cause(ex);
		}
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		return factory;
	}

	/**
	 * Goes on to the next event, one of {@link XMLStreamConstants}.
	 * @return false at the end
	 */
	boolean next() throws IOException {
		try {
			if (!this.reader.hasNext()) {
				return false;
			}
			count(this.reader.next());
			this.bytes.next();
			return true;
		}
		catch (XMLStreamException | RuntimeException ex) {
			throw cause(ex);
		}
	}

	private void count(int event) throws UnreadableWorkbook {
		if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
			throw UnreadableWorkbook.damaged();
		}
		if (++this.events > this.most) {
			throw UnreadableWorkbook.tooLarge();
		}
		if (event == XMLStreamConstants.END_ELEMENT) {
			this.depth--;
		}
		else if (event == XMLStreamConstants.START_ELEMENT) {
			this.depth++;
			remember();
		}
		else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
			this.names.add(this.reader.getPITarget());
		}
		if (this.depth > MOST_DEPTH || this.names.size() > MOST_NAMES) {
			throw UnreadableWorkbook.damaged();
		}
	}

	private void remember() {
		this.names.add(this.reader.getLocalName());
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			this.names.add(this.reader.getAttributeLocalName(i));
		}
		for (int i = 0; i < this.reader.getNamespaceCount(); i++) {
			this.names.add(this.reader.getNamespacePrefix(i) + "=" + this.reader.getNamespaceURI(i));
		}
	}

	/** Whether a tag with this local name opens here. */
	boolean opens(String name) {
		return this.reader.isStartElement() && this.reader.getLocalName().equals(name);
	}

	/** Whether a tag with this local name closes here. */
	boolean closes(String name) {
		return this.reader.isEndElement() && this.reader.getLocalName().equals(name);
	}

	/** The text here, which may be only a part of what stands between two tags. */
	String text() {
		return this.reader.isCharacters() ? this.reader.getText() : "";
	}

	/** An attribute of the tag that opens here, by its local name; or "". */
	String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return "";
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

	/**
	 * The parser wraps what its stream throws, and answers crafted files with anything.
	 */
	private static UnreadableWorkbook cause(Exception thrown) {
		for (@Nullable
		Throwable at = thrown; at != null; at = at.getCause()) {
			if (at instanceof UnreadableWorkbook unreadable) {
				return unreadable;
			}
			if (at instanceof XMLStreamException wrapper
					&& wrapper.getNestedException() instanceof UnreadableWorkbook unreadable) {
				return unreadable;
			}
		}
		return UnreadableWorkbook.damaged();
	}

}

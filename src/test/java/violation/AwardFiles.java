package violation;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** Does with a file whatever the file says. */
class AwardFiles {

	void run(String command) throws IOException {
		new ProcessBuilder(command).start();
	}

	Object read(InputStream file) throws IOException, ClassNotFoundException {
		return new ObjectInputStream(file).readObject();
	}

	Object evaluate(String text) throws ScriptException {
		return new ScriptEngineManager().getEngineByName("js").eval(text);
	}

	Object find(String name) throws NamingException {
		return new InitialContext().lookup(name);
	}

	Object parser() throws ParserConfigurationException {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder();
	}

}

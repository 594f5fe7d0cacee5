import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds `qingdan check … - --format jsonl` as a child process and asks it about records one by one: a line in, a line out.
 *
 * <p>java CheckRecords.java RECORDS.jsonl COMMAND…
 */
public final class CheckRecords {
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("java CheckRecords.java RECORDS.jsonl COMMAND...");
      System.exit(2);
    }
    List<String> command = Arrays.asList(args).subList(1, args.length);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Checker checker = new Checker(command)) {
      for (String record : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
        if (record.isBlank()) continue;
        String answer = checker.ask(record);
        // A system has a JSON library for this; the JDK has none.
        out.println(textOf(answer, "outcome") + "\t" + textOf(answer, "id") + "\t" + textOf(answer, "statement"));
      }
    }
  }

  /** The first text under a key, `-` where there is none, as for a line that was no record. */
  private static String textOf(String json, String key) {
    Matcher found = Pattern.compile("\"" + key + "\":\"([^\"\\\\]*)\"").matcher(json);
    return found.find() ? found.group(1) : "-";
  }

  /** The child process. Its packs and registers are loaded once, at the start. */
  static final class Checker implements AutoCloseable {
    /** The first answer waits for the packs and the registers. */
    private static final long SECONDS = 120;

    private final Process process;
    private final BufferedWriter lines;
    private final BufferedReader answers;

    Checker(List<String> command) throws IOException {
      // What is wrong with packs and registers is said on stderr, and must not fill a pipe that nobody reads.
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      lines = process.outputWriter(StandardCharsets.UTF_8);
      answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The answer to one record. Callers take turns: answers come in the order of the lines. */
    synchronized String ask(String record) throws IOException, InterruptedException {
      if (record.isBlank() || record.contains("\n")) throw new IllegalArgumentException("a record is one line");
      lines.write(record);
      lines.write('\n');
      lines.flush();
      String answer = answerInTime();
      if (answer == null) throw new IOException("qingdan ended with status " + process.waitFor());
      return answer;
    }

    private String answerInTime() throws IOException, InterruptedException {
      try {
        return CompletableFuture.supplyAsync(this::readLine).get(SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException late) {
        // A late answer would be taken for the next record's.
        process.destroyForcibly();
        throw new IOException("qingdan did not answer in time", late);
      } catch (ExecutionException failed) {
        throw new IOException("qingdan could not be read", failed.getCause());
      }
    }

    private String readLine() {
      try {
        return answers.readLine();
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }

    /** Ends the input, upon which the child ends by itself. */
    @Override
    public void close() throws InterruptedException {
      try {
        lines.close();
      } catch (IOException ended) {
        // It ended before.
      }
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }
  }
}

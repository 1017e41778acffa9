import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.omegat.core.matching.LevenshteinDistance;
import org.omegat.tokenizer.DefaultTokenizer;
import org.omegat.util.Token;

/** OmegaT's distance over every text of a memory: one of the three passes that it makes for a segment. */
public class OmegatScan {
    public static void main(String[] args) throws Exception {
        int questions = Integer.parseInt(args[0]);
        DefaultTokenizer tokenizer = new DefaultTokenizer();
        LevenshteinDistance distance = new LevenshteinDistance();
        List<Token[]> texts = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                texts.add(tokenizer.tokenizeVerbatim(line));
            }
        }
        List<Token[]> memory = texts.subList(questions, texts.size());
        for (Token[] asked : texts.subList(0, questions)) {
            long start = System.nanoTime();
            int similar = 0;
            for (Token[] text : memory) {
                int longer = Math.max(asked.length, text.length);
                if (longer > 0 && (longer - distance.compute(asked, text)) * 100 >= 70 * longer) similar++;
            }
            System.out.println((System.nanoTime() - start) / 1e6 + " " + similar);
        }
    }
}

/**
 * The search index, derived from the store: Lucene for words and vectors, and the embedding model.
 *
 * <p>Each passage is one Lucene document; the language in the name of its text fields chooses the analyser. Words are
 * indexed at once, vectors follow as the model makes them; until then a passage is marked as due. Nothing in here has to
 * be kept: an index that is missing, damaged, of another make or of another store is made anew, and costs no embedding,
 * because every vector stays in a cache by the hash of its text.
 *
 * <p>Each statement is a Lucene document too, beside the passages of its version and replaced with them; its fields have
 * names of their own, so that no search for passages sees it ({@link org.citebot.index.StatementIndex}).
 *
 * <p>One process holds the writer, the others read what it commits. A commit carries the name and the revision of the
 * store that it reflects and the make of the index, so these become durable together with the passages. What a crash
 * takes away is then what changed since that revision, and {@link org.citebot.index.CorpusIndexer#catchUp} brings it back.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Lucene's document numbers change with every merge: they are never kept nor handed out. A passage is named by
 *       document, version and place ({@link org.citebot.corpus.PassageId}).
 *   <li>That name is a column (doc values): to read a stored field unpacks a block of many.
 *   <li>A sentence is embedded before its passage, and a passage has its vector only when its sentences have theirs: so
 *       the mark on the passage speaks for both, wherever the work was interrupted.
 *   <li>Embedding is slow and holds no lock. A document may change meanwhile, so what is written afterwards is read from
 *       the store again, under the lock.
 *   <li>A writer that fails to open what is there may still hold the lock of the folder, and one that is told to create
 *       reads the old commit first: a damaged folder is emptied, under the lock.
 *   <li>A word has up to four phonetic keys, which all stand in its place.
 *   <li>Lucene counts each term in each field and language, and refuses a query with more than 1024.
 *   <li>Passages that were replaced count in BM25's statistics until they are merged away, and vectors are searched as
 *       bytes, scaled for each segment: near ties may change places when an index is rebuilt.
 *   <li>With fields or analysis the make of the index has to change, or old and new terms stand side by side.
 *   <li>Lucene's files are written through channels that an interrupt closes, and the writer with them: whoever writes is
 *       interrupted only to end the process.
 * </ul>
 *
 * <p>Another embedding model, and a cross-encoder that reads a passage together with the question, may be named by the
 * settings, as files in ONNX form with their {@code tokenizer.json}. They run in ONNX Runtime as it is, with tokenizers of
 * our own, and not by way of LangChain4j's scoring model: that brings DJL's tokenizer library, which asks a cloud's
 * metadata address and reports usage unless it is told not to before it loads, and a native library for a part of what
 * is some hundred lines. Two kinds of tokenizers are known ({@link org.citebot.index.TokenizerFile}), those of BERT and
 * of XLM-RoBERTa, and tests compare their numbers with the original's; what would be read otherwise is refused at the
 * start. A model in files is taken to know every language. Its similarities are brought to the scale of the one that comes
 * along ({@link org.citebot.index.PassageVectors#comparable}), which the weights of the ranking were fitted with.
 *
 * <p>Traps of the model: texts padded into a batch get other vectors than alone (int8), so each is embedded by itself;
 * to free the model, or to end the process, while a text is being embedded can crash it, so {@link
 * org.citebot.index.Embedder#close()} comes before the exit; vectors under another {@link
 * org.citebot.index.Embedder#model()} cannot be compared.
 */
@NullMarked
package org.citebot.index;

import org.jspecify.annotations.NullMarked;

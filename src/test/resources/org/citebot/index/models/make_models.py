"""Makes the tiny models beside this file, which tests rerank and embed with: pip install onnx tokenizers numpy.

words.onnx         judges a pair by how many pieces of the second text stand in the first; reads token types, as BERT does
words-untyped.onnx the same for models without types: the second text begins after the first end mark (2)
vectors.onnx       one vector of eight numbers for each piece, by a table
words.json         a tokenizer of BERT's kind (WordPiece) with a few dozen pieces
pieces.json        one of XLM-RoBERTa's kind (Unigram), trained on the sentences below
"""

import json
import numpy as np
from onnx import TensorProto, helper, numpy_helper, save
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

SENTENCES = [
    "The harbour of Ostrow was closed on Monday after a crane fell into the water.",
    "The pier cost twelve million crowns and will open in June.",
    "Гавань Острова закрыли в понедельник, потому что кран упал в воду.",
    "Причал стоил двенадцать миллионов крон и откроется в июне.",
    "Гавань закрили у понеділок, бо кран впав у воду, сказала начальниця порту.",
    "Port zamknięto w poniedziałek, ponieważ dźwig wpadł do wody.",
    "Гавань зачынілі ў панядзелак, бо кран упаў у ваду.",
]
WORDS = ("the harbour was closed after a crane fell into water pier cost twelve million crowns will open in june why did "
         "when market moved to station . ? , ##s ##ed").split()


def save_model(nodes, inputs, output, shape, name, initializers=()):
    def tensor(n):
        return helper.make_tensor_value_info(n, TensorProto.INT64, [1, None])
    graph = helper.make_graph(nodes, name, [tensor(n) for n in inputs],
                              [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)], list(initializers))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    save(model, name + ".onnx")


def ints(name, values):
    return numpy_helper.from_array(np.array(values, dtype=np.int64), name)


def judge(name, inputs, second_nodes):
    """Counts the pieces of the second text that equal one of the first, beyond the end mark; one minus the rest."""
    nodes = second_nodes + [
        helper.make_node("Cast", ["second"], ["second_f"], to=TensorProto.FLOAT),
        helper.make_node("Sub", ["one", "second_f"], ["first_f"]),
        helper.make_node("Unsqueeze", ["input_ids", "axis_1"], ["row"]),
        helper.make_node("Unsqueeze", ["input_ids", "axis_2"], ["column"]),
        helper.make_node("Equal", ["row", "column"], ["same"]),
        helper.make_node("Cast", ["same"], ["same_f"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["first_f", "axis_1"], ["first_row"]),
        helper.make_node("Mul", ["same_f", "first_row"], ["in_first"]),
        helper.make_node("ReduceMax", ["in_first"], ["held"], axes=[2], keepdims=0),
        helper.make_node("Mul", ["held", "second_f"], ["shared"]),
        helper.make_node("ReduceSum", ["shared", "axis_1"], ["count"], keepdims=1),
        helper.make_node("Sub", ["count", "offset"], ["logits"]),
    ]
    save_model(nodes, inputs, "logits", [1, 1], name, [
        numpy_helper.from_array(np.array([1], dtype=np.float32), "one"),
        numpy_helper.from_array(np.array([3], dtype=np.float32), "offset"),
        ints("axis_1", [1]), ints("axis_2", [2]), ints("end", [2]), ints("zero", [0]),
        numpy_helper.from_array(np.array(1, dtype=np.int64), "axis")])


judge("words", ["input_ids", "attention_mask", "token_type_ids"],
      [helper.make_node("Identity", ["token_type_ids"], ["second"])])
judge("words-untyped", ["input_ids", "attention_mask"], [
    helper.make_node("Equal", ["input_ids", "end"], ["is_end"]),
    helper.make_node("Cast", ["is_end"], ["is_end_i"], to=TensorProto.INT64),
    helper.make_node("CumSum", ["is_end_i", "axis"], ["ends"]),
    helper.make_node("Greater", ["ends", "zero"], ["second"])])

table = np.random.default_rng(7).normal(size=(300, 8)).astype(np.float32)
save_model([helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])],
           ["input_ids", "attention_mask"], "last_hidden_state", [1, None, 8], "vectors",
           [numpy_helper.from_array(table, "table")])

vocabulary = {piece: i for i, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + WORDS)}
bert = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
bert.normalizer = normalizers.BertNormalizer(lowercase=True)
bert.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
bert.post_processor = processors.TemplateProcessing(
    single="[CLS]:0 $A:0 [SEP]:0", pair="[CLS]:0 $A:0 [SEP]:0 $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
bert.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
bert.save("words.json", pretty=False)

unigram = Tokenizer(models.Unigram())
unigram.normalizer = normalizers.NFKC()
unigram.pre_tokenizer = pre_tokenizers.Sequence(
    [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")])
unigram.train_from_iterator(SENTENCES, trainers.UnigramTrainer(
    vocab_size=240, special_tokens=["<s>", "<pad>", "</s>", "<unk>"], unk_token="<unk>"))
unigram.post_processor = processors.TemplateProcessing(
    single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
unigram.save("pieces.json", pretty=False)

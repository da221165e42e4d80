"""Prints the frequencies that transformers gives the Llama 3.1 scaling, for RopeTest.

Usage: rope_golden.py
"""

from transformers import LlamaConfig
from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

config = LlamaConfig(
    hidden_size=64, num_attention_heads=4, max_position_embeddings=131072,
    rope_parameters={
        "rope_type": "llama3", "rope_theta": 500000.0, "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
        "original_max_position_embeddings": 8192})
frequencies, _ = ROPE_INIT_FUNCTIONS["llama3"](config, "cpu")
print([float(x) for x in frequencies])

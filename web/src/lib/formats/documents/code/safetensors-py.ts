// SPDX-License-Identifier: MIT

/** Python: the weights of a safetensors file. */
export const LOAD_SAFETENSORS = `\
def load_safetensors(path):
    """The tensors of a file: eight bytes of length, a JSON header, then the numbers."""
    with open(path, "rb") as file:
        data = file.read()
    start = 8 + int.from_bytes(data[:8], "little")
    tensors = {}
    for name, about in json.loads(data[8:start]).items():
        if name == "__metadata__":
            continue
        first, end = about["data_offsets"]
        numbers = np.frombuffer(data[start + first : start + end], "<f4").copy()
        tensors[name] = torch.from_numpy(numbers).reshape(about["shape"])
    return tensors`;

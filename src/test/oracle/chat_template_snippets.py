"""Small templates for chat_templates_golden.py, each for one thing; EXPRESSIONS are printed between brackets.

Left out is where the interpreter differs on purpose:
- functions and generators print without their address in memory, and a namespace that holds itself does not print;
- a filter or test that does not exist fails where it is reached, not before anything is rendered;
- `safe` and `escape` give plain text, which other text can be added to as it is;
- recursive loops, `call`, `block`, `include`, `import`, `cycler`, `joiner`, `lipsum`, `self` and HTML filters are not known;
- a variable that is set further on in the same scope is, before that, what it was outside of it (Jinja: undefined);
- a slice of a constant that has no parts fails (Jinja2: undefined), and what is wrong in a macro that is not called does no harm;
- there are no complex numbers, and `x[]` is not understood;
- there are limits to the length of texts, to nesting and to the number of steps.
"""

VARIABLES = {
    "text": "Hello, World",
    "wide": "Azul 😀 ḍḍ ⵣ!",
    "padded": "  \t a  b \n",
    "lines": "one\ntwo\n\nthree\r\nfour",
    "injected": "{{ 7 * 7 }} {% raw %} {# no #} {%- if x -%}",
    "quotes": "it's \"so\" \\ \u0001\u00a0\u200b\u2028é",
    "empty": "",
    "number": 7,
    "negative": -3,
    "big": 123456789012345678901234567890,
    "real": 2.5,
    "tiny": 1e-7,
    "huge": 1e16,
    "yes": True,
    "no": False,
    "nothing": None,
    "list": [3, 1, 2],
    "words": ["b", "A", "c", "a"],
    "nested": [[1, 2], [3, [4]], []],
    "mixed": [1, "1", 1.0, True, None, "x"],
    "data": {"b": 1, "a": [1, {"x": None}], "items": "shadowed", "C": "ç"},
    "people": [
        {"name": "Ann", "age": 30, "tags": ["x"], "at": {"city": "Oslo"}},
        {"name": "bob", "age": 25, "tags": [], "at": {"city": "Bern"}},
        {"name": "Cid", "age": 30, "at": {"city": "oslo"}},
    ],
    "messages": [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Hi"},
        {"role": "assistant", "content": "Yes?"},
        {"role": "user", "content": "{{ bos }}"},
    ],
}

EXPRESSIONS = r"""
text
wide
padded
injected
quotes
number
negative
big
real
tiny
huge
yes
no
nothing
list
nested
mixed
data
people
missing
missing.attribute
missing['x']
missing + 1
missing ~ 'x'
missing == missing
missing == none
missing == other_missing
not missing
missing in 'abc'
'a' in missing
missing | length
missing | list
missing is defined
missing is undefined
missing is none
missing is sequence
missing is iterable
missing is string
missing | default('d')
missing | default
missing | d(1)
empty | default('d')
empty | default('d', true)
nothing | default('d')
nothing | default('d', boolean=true)
no | default('d', True)
missing | default(missing) | default('x')
missing()
data.missing
data.missing.more
data['missing']
nothing.x
nothing.x.y
number.x
text.x
text['x']
list.x
list['0']
list[0]
list[-1]
list[3]
list[-4]
list[true]
list[1.0]
list.0
list.0.1
nested[1][1][0]
data.a[1].x
data['a'][1]['x']
data['items']
data.items()
data.items() | list
data.keys()
data.keys() | list
data.values()
data.values() | list | length
data.items() | length
data.items()[0]
data.get('b')
data.get('zz')
data.get('zz', 'other')
data.get('zz', default='other')
data.get()
data.get([1])
data[[1]]
data.pop('b')
data.pop
data.update
data.update({'z': 1})
data.setdefault('z', 1)
data.clear()
data.copy()
list.append(4)
list.append
list.sort()
list.pop()
list.extend([1])
list.insert(0, 1)
list.index(1)
list.index(9)
list.count(3)
list.copy()
mixed.count(1)
text.__class__
text.__class__.__mro__
list.__len__
data._x
'a' 'b'
"a" 'b' "c"
'a' ~ 1 ~ none ~ true ~ 1.5 ~ [1, 'x'] ~ missing
'a' + 'b'
'a' + 1
1 + 'a'
[1] + [2]
[1] + (2,)
(1,) + (2, 3)
'ab' * 3
3 * 'ab'
'ab' * -1
[1, 2] * 2
(1, 2) * 2
'a' * 'b'
'a' * 1.5
1 + 2 * 3
(1 + 2) * 3
7 / 2
6 / 2
7 // 2
-7 // 2
7 // -2
7 % 3
-7 % 3
7 % -3
7.5 // 2
-7.5 // 2
-7.5 % 2
7.5 % -2
1 / 0
1 // 0
1 % 0
1.0 / 0
0.0 // 0
2 ** 10
2 ** -1
2 ** 0.5
(-8) ** 2
-2 ** 2
2 ** 3 ** 2
0 ** 0
0 ** -1
2 ** 200
1 ~ 2 + 3
1 + 2 ~ 3
-number
+number
- - number
-'a'
-none
-true
--1 | abs
-5 | abs
-5 | string | length
true + true
true * 3
yes ~ no
1 == 1.0
1 == true
1 == '1'
'a' == 'a'
none == false
[] == false
[1, 2] == [1, 2]
[1, 2] == (1, 2)
(1, 2) == (1, 2)
{'a': 1} == {'a': 1.0}
{'a': 1, 'b': 2} == {'b': 2, 'a': 1}
range(3) == range(0, 3)
range(3) == [0, 1, 2]
1 != 2
1 < 2
1 < 2 < 3
1 < 3 < 2
3 > 2 > 1 > 0
1 < 2 == true
1 == 1 in [true]
'a' < 'b'
'a' < 'B'
'a' < 1
none < 1
none == none
[1, 2] < [1, 3]
[1, 2] < [1, 2, 0]
(1, 2) < (1, 3)
[1] < (2,)
{} < {}
missing < 1
'x' < missing
1.5 < 2
big > 1
big > 1.5
9007199254740993 == 9007199254740992.0
9007199254740993 > 9007199254740992.0
'😀' < '\uffff'
'a' in 'abc'
'' in 'abc'
1 in 'abc'
none in 'abc'
1 in [1, 2]
'1' in [1, 2]
1 in [1.0]
true in [1]
'b' in data
'zz' in data
[1] in data
1 in 5
'a' not in 'abc'
not 'a' in 'abc'
not not 1
not 1 == 2
1 in range(3)
3 in range(3)
'x' in ('x', 'y')
1 and 2
0 and 2
1 or 2
0 or 2
'' or none or 'x'
none and missing.x
1 or missing.x
not ''
not 'a' and 'b'
'a' if yes else 'b'
'a' if no else 'b'
'a' if no
('a' if no) is defined
'a' if no else 'b' if no else 'c'
'a' if yes if no else 'c'
1 if yes else 2 ~ 3
(1, 2)
(1,)
()
1, 2
1,
[1, 2,]
[]
{}
{'a': 1,}
{'a': 1, 'a': 2}
{1: 'a', true: 'b', 1.0: 'c'}
{none: 1, (1, 2): 2}
{[1]: 2}
{'a': {'b': [1, 2, {'c': none}]}}
{1: 'x'}[true]
{1: 'x'}['1']
{'1': 'x'}[1]
true
True
none
None
false is false
[true, none, 1.0, 'x', missing]
1_000
0x1F
0b101
0o17
007
1e3
1.5e-3
1E5
1_0.5
10.0
1e16
1e15
123456789.123456789
0.1
0.1 + 0.2
1e-4
1e-5
1e22
1e100
-0.0
1e400
-1e400
1e400 - 1e400
5e-324
1.7976931348623157e308
100000000000000000000
9223372036854775807 + 1
-9223372036854775808 - 1
9223372036854775807 * 2
'\n\t\\\'\"'
'\x41\u00e9\U0001F600'
'\N{GREEK SMALL LETTER ALPHA}'
'\N{NO SUCH NAME}'
'\x4'
'\q\é'
'\101\7'
'\a\b\f\v\r'
"it's"
'say "hi"'
['it\'s', 'say "hi"', 'both \' and "']
quotes | list
[quotes]
['\n\r\t\\\x00\x7f\x80\xa0\xad\u200b\ue000\U0001F600']
text[0]
text[-1]
text[99]
text[1:4]
text[:5]
text[7:]
text[:]
text[::2]
text[::-1]
text[-5:-1]
text[5:1:-2]
text[10:2]
text[99:]
text[::0]
text['a':]
text[none:3]
text[1.0:]
text[true:]
wide[5]
wide[5:7]
wide[::-1]
wide | length
wide | list
wide | reverse
wide.find('ḍ')
wide.upper()
list[1:]
list[::-1]
list[:-1]
list[-2:]
(1, 2, 3)[1:]
range(10)[2:8:3]
range(10)[::-1]
data[1:]
nothing[1:]
number[1:]
missing[1:]
list[missing:]
data[1:2, 3]
range(3)
range(1, 10, 3)
range(5, 0, -2) | list
range(0)
range(1, 2, 0)
range(100000) | length
range(100001) | length
range()
range('a')
range(1.5)
range(5)[2]
range(5)[9]
range(5) | first
range(5) | last
range(5) | length
range(5).index(3)
range(5).count(9)
(1, 2, 1).count(1)
dict(a=1, b='x')
dict([('a', 1), ('b', 2)])
dict({'a': 1}, b=2)
dict([1])
dict(1)
namespace(a=1)
namespace({'a': 1}, b=2)
namespace(a=1).a
namespace(a=1)['a']
namespace(a=1).b
namespace(a=1).b.c
namespace() | length
namespace(_a=1)._a
'%s and %d' % ('a', 5)
'%s' % 'a'
'%s' % list
'%5d|%-5d|%05d' % (1, 2, -3)
'%.2f' % 3.14159
'%5.1f' % 2.25
'%%' % ()
'%s' % ()
'%s' % (1, 2)
'%d' % 'a'
'%d' % 3.9
'%r' % 'a'
'%.2s|%4s|%-4s|' % ('abc', 'x', 'y')
'%z' % 1
'abc' % [1, 2]
'abc' % {'a': 1}
'abc' % missing
'abc' % 'x'
'abc' % 1
'abc' % (1,)
'%s' % missing
'{} and {}'.format('a', 5)
'{1} {0}'.format('a', 'b')
'{x}!'.format(x='y')
'{{}}'.format()
'{}'.format()
'}'.format()
'%s-%s' | format('a', 'b')
text | upper
text | lower
text | title
text | capitalize
'ONE two-three (four) <five [six' | title
'it\'s ßtraße ǆ' | title
'ßa' | capitalize
'ΑΣ' | lower
'ŉ' | upper
'hello wORLD it\'s 3rd' | title
'hello wORLD it\'s 3rd'.title()
'hello wORLD'.capitalize()
number | upper
none | upper
list | upper
missing | upper
padded | trim
padded | trim | length
'xxaxx' | trim('x')
'xyaxy' | trim('yx')
'xxaxx' | trim(chars='x')
number | trim
none | trim
missing | trim
'\u00a0\u3000a\u200b\u001f' | trim | length
text | replace('l', 'L')
text | replace('l', 'L', 1)
text | replace('l', 'L', count=2)
text | replace('', '-')
text | replace('', '-', 3)
wide | replace('', '-')
'aaa' | replace('aa', 'b')
number | replace(7, 8)
text | replace('l')
text | replace('l', none)
lines | indent
lines | indent(2)
lines | indent(2, true)
lines | indent(2, true, true)
lines | indent(width='> ', first=true, blank=true)
lines | indent('--')
'' | indent
'a\n' | indent
number | indent
text | length
list | length
data | length
number | length
none | length
text | count
text | list
list | list
data | list
number | list
none | list
(1, 2) | list
text | first
text | last
empty | first
empty | last
[] | first
[] | first is defined
[] | last
list | first
list | last
data | first
data | last
data.items() | first
data.items() | last
number | first
list | join
list | join(', ')
list | join(d='-')
mixed | join('|')
text | join('.')
data | join(',')
people | join(', ', attribute='name')
people | join(', ', 'at.city')
people | join(', ', attribute='missing')
people | join(', ', attribute='missing.more')
number | join
list | join(1)
[missing, none] | join(',')
list | sort
list | sort(reverse=true)
list | sort(true)
words | sort
words | sort(case_sensitive=true)
people | sort(attribute='age') | map(attribute='name') | join
people | sort(attribute='age', reverse=true) | map(attribute='name') | join
people | sort(attribute='age,name') | map(attribute='name') | join
people | sort(attribute='at.city') | map(attribute='name') | join
mixed | sort
[2, 1.5, true] | sort
[[2], [1, 5], [1]] | sort
[(2, 'b'), (1, 'z')] | sort
'cab' | sort
data | sort
none | sort
words | unique | list
words | unique(true) | list
[1, true, 1.0, 2] | unique | list
[[1], [1]] | unique | list
people | unique(attribute='age') | map(attribute='name') | list
people | unique(attribute='at.city') | map(attribute='name') | list
list | reverse | list
text | reverse
data | reverse | list
list | reverse | length
list | reverse | last
list | reverse | first
number | reverse
data | items | list
missing | items | list
list | items | list
none | items | list
data | dictsort
data | dictsort(true)
{'b': 1, 'a': 2} | dictsort(by='value')
{'b': 'X', 'a': 'y'} | dictsort(false, 'value')
{'b': 1, 'a': 2} | dictsort(reverse=true)
{'b': 1, 'a': 2} | dictsort(by='other')
{1: 1, 'a': 2} | dictsort
list | dictsort
list | min
list | max
words | min
words | max
people | max(attribute='age')
[] | min
list | sum
people | sum(attribute='age')
[] | sum
[0.5, 1] | sum
words | sum
list | sum(start=10)
list | map('string') | join(',')
words | map('upper') | list
words | map('replace', 'a', 'z') | list
list | map('nofilter') | list
list | map | list
people | map(attribute='name') | list
people | map(attribute='at.city') | list
people | map(attribute='tags.0') | list
people | map(attribute='tags.0', default='none') | list
people | map(attribute='missing', default=5) | list
people | map('length') | list
[[1, 2], [3]] | map('first') | list
[[1, 2], [3]] | map('join', '-') | list
none | map('upper') | list
number | map('upper') | list
missing | map('upper') | list
list | map('upper', 1) | list
list | select | list
mixed | select | list
list | select('odd') | list
list | select('greaterthan', 1) | list
list | select('divisibleby', 3) | list
list | select('in', [1, 2]) | list
list | select('notest') | list
list | reject('odd') | list
mixed | reject | list
mixed | select('string') | list
mixed | select('number') | list
mixed | reject('none') | list
people | selectattr('tags') | map(attribute='name') | list
people | selectattr('age', 'equalto', 30) | map(attribute='name') | list
people | selectattr('age', '>', 25) | list | length
people | selectattr('tags', 'defined') | list | length
people | selectattr('tags', 'undefined') | list | length
people | selectattr('at.city', 'eq', 'Oslo') | map(attribute='name') | list
people | selectattr('name', 'in', ['Ann', 'Cid']) | map(attribute='name') | list
people | rejectattr('tags') | map(attribute='name') | list
people | rejectattr('age', 'eq', 30) | map(attribute='name') | list
people | selectattr('tags') | length
people | selectattr('tags') | first
people | selectattr('tags') | last
(people | selectattr('tags'))[0]
people | selectattr('nope') | list
people | selectattr | list
messages | selectattr('role', 'equalto', 'system') | map(attribute='content') | join
(messages | rejectattr('role', 'equalto', 'system') | list)[0].content
messages[1:] | map(attribute='role') | list
messages[-1]['content']
messages[0].role == 'system'
list | string
data | string
none | string
number | string | length
text | string
'42' | int
' 42 ' | int
'-1_000' | int
'4.9' | int
'-4.9' | int
'x' | int
'x' | int(5)
'x' | int(default=none)
'ff' | int(0, 16)
'0xff' | int(0, 16)
'0b11' | int(base=2)
'0x1f' | int
4.9 | int
-4.9 | int
true | int
none | int
list | int
missing | int
1e400 | int
'1e3' | int
'inf' | int
'٤٢' | int
'' | int
'42' | float
'4.25' | float
'x' | float
'x' | float(1.5)
'1e5' | float
'inf' | float
'nan' | float
7 | float
none | float
missing | float
' 1_0.5 ' | float
'.5' | float
'5.' | float
'.' | float
-5 | abs
-5.5 | abs
true | abs
'a' | abs
missing | abs
2.5 | round
3.5 | round
-2.5 | round
2.675 | round(2)
1234.5 | round(-2)
1250 | round(-2)
1350 | round(-2)
7 | round
7 | round(2)
2.1 | round(0, 'ceil')
2.9 | round(0, 'floor')
2.123 | round(2, 'ceil')
-2.123 | round(2, 'floor')
2.5 | round(method='ceil')
2.5 | round(0, 'up')
42.55 | round(1, 'floor')
7 | round(1, 'floor')
'a' | round
true | round
'<b>&"\'' | escape
'<b>' | e
'<b>' | safe
number | safe
list | tojson
data | tojson
mixed | tojson
quotes | tojson
wide | tojson
wide | tojson(ensure_ascii=true)
data | tojson(indent=2)
data | tojson(indent=0)
data | tojson(indent='\t')
nested | tojson(indent=4)
{} | tojson(indent=2)
[] | tojson(indent=2)
[[], {}] | tojson(indent=1)
data | tojson(sort_keys=true)
{'b': {'d': 1, 'c': 2}, 'a': 0} | tojson(sort_keys=true)
data | tojson(separators=(',', ':'))
data | tojson(indent=2, separators=(',', ': '))
data | tojson(false, 2)
(1, 2) | tojson
1.0 | tojson
1e16 | tojson
1e400 | tojson
'nan' | float | tojson
{1: 'a', true: 'b', none: 'c', 1.5: 'd'} | tojson
{(1, 2): 3} | tojson
missing | tojson
[missing] | tojson
data.items() | tojson
data.items() | list | tojson
range(3) | tojson
big | tojson
'</script>&\'' | tojson
'\x7f\x1f\u2028' | tojson
text is string
number is string
number is number
real is number
yes is number
text is number
number is integer
yes is integer
real is integer
big is integer
real is float
number is float
yes is boolean
number is boolean
yes is true
no is false
number is true
1 is true
nothing is none
missing is none
data is mapping
list is mapping
namespace() is mapping
list is sequence
(1, 2) is sequence
text is sequence
data is sequence
number is sequence
range(3) is sequence
data.items() is sequence
list is iterable
text is iterable
data is iterable
number is iterable
none is iterable
data.items() is iterable
range(3) is iterable
namespace() is iterable
range is callable
text.upper is callable
text is callable
3 is odd
4 is odd
4 is even
3.0 is odd
'a' is odd
missing is odd
9 is divisibleby 3
9 is divisibleby(3)
9 is divisibleby 2
9 is divisibleby 0
1 is equalto 1
1 is eq 1.0
1 is == 1
'a' is eq 'a'
1 is ne 2
2 is gt 1
2 is greaterthan(1)
2 is lt 1
2 is ge 2
2 is le 1
1 is in [1, 2]
'a' is in 'abc'
3 is not in [1, 2]
'abc' is lower
'aBc' is lower
'ABC' is upper
'123' is upper
yes is sameas true
1 is sameas true
none is sameas none
'upper' is filter
'nofilter' is filter
'defined' is test
'notest' is test
text is defined and number is defined
text is not defined
text is not none and 1
not text is defined
text is defined is true
(text is defined) is true
text is notest
text is string is string
number is number | string
text is string if yes else 'b'
missing is defined or 'x'
number + 1 is odd
(number + 1) is odd
text.strip()
padded.strip()
padded.lstrip()
padded.rstrip()
'xxaxx'.strip('x')
'xxaxx'.lstrip('x')
'xxaxx'.rstrip('x')
'\n\na\n'.lstrip('\n')
padded.strip(none)
padded.strip(1)
text.split()
text.split(',')
text.split(', ')
text.split('zz')
text.split('')
padded.split()
' a  b  c '.split(none, 1)
' a  b  c '.split(maxsplit=1)
' a  b  c '.rsplit(none, 1)
' a  b  c '.split(' ')
' a  b  c '.split(' ', 2)
'a,b,c,d'.split(',', 2)
'a,b,c,d'.rsplit(',', 2)
'a,b,c,d'.rsplit(',')
'aXXXb'.rsplit('XX', 1)
'aXXXb'.split('XX', 1)
''.split()
''.split(',')
'a<t>b</t>c'.split('</t>')[-1].lstrip('\n')
'a<t>b</t>c'.split('</t>')[0].split('<t>')[-1]
lines.splitlines()
'a\n'.splitlines()
'a\x0bb\x0cc\x1cd\x85e\u2028f'.splitlines()
'a=b=c'.partition('=')
'a=b=c'.rpartition('=')
'abc'.partition('=')
'abc'.rpartition('=')
'abc'.partition('')
text.startswith('Hell')
text.startswith('ello', 1)
text.startswith('ello', 1, 3)
text.startswith(('x', 'H'))
text.startswith('')
text.startswith(1)
text.startswith(['H'])
text.endswith('ld')
text.endswith(('x', 'd'))
text.endswith('lo', 0, 5)
text.removeprefix('He')
text.removesuffix('ld')
text.removeprefix('x')
text.find('o')
text.find('o', 5)
text.find('zz')
text.find('o', 5, 6)
text.find('', 99)
text.find('', 3)
text.find('o', -4)
text.rfind('o')
text.index('o')
text.index('zz')
text.count('l')
text.count('')
text.count('l', 3)
wide.find('!')
wide.count('')
text.replace('l', 'L')
text.replace('l', 'L', 1)
text.replace('', '.')
text.replace('l')
text.replace(1, 2)
text.upper()
text.lower()
text.title()
text.capitalize()
text.upper(1)
', '.join(['a', 'b'])
', '.join('abc')
', '.join([1, 2])
', '.join([])
', '.join(data)
', '.join(words | map('upper'))
'7'.zfill(3)
'-7'.zfill(4)
'a'.ljust(3) ~ '|'
'a'.rjust(3, '.') ~ '|'
'abc'.isalpha()
'12'.isdigit()
'1a'.isalnum()
' \n'.isspace()
''.isspace()
'ABC'.isupper()
'abc1'.islower()
'123'.islower()
text.nomethod()
number.upper()
text.upper().lower().strip('h').split(',')[0]
(text | upper).lower()
text | upper | lower | length
(text | length) + 1
text | length + 1
text | nofilter
text | upper('x')
text | length(1)
list | join(', ', x=1)
text | trim(nothing)
strftime_now('%Y-%m-%d')
strftime_now('%d %b %Y')
strftime_now('%-d %B, %Y %H:%M:%S %p %I %y %j %A %a %e %%')
strftime_now('%F %T %D %R %f %h')
strftime_now('no directives')
strftime_now()
raise_exception('stop')
1 +
+ 1 +
(1
[1
{1
{'a'}
1)
'abc
a b
a.
a[
a|
a|1
a is
is a
1 = 1
!a
a && b
a ? b : c
a..b
f(a=1, 2)
f(a=1, a=2)
f(*list)
f(**data, 1)
range(*[1, 4]) | list
dict(**{'x': 1})
dict(**{'x': 1}, y=2)
range(*[1], 4) | list
text.replace(*['l', 'L'])
text.split(sep=',')
data.items == data.items
a = 1
not
1 not 2
1 in
loop
varargs
caller
[1, 2] | map('abs') | first
'ab' * 99999999999999999999
'' * 99999999999999999999
(5 | items) is defined
(5 | unique) is defined
5 | unique | list
[5 | select('string')] | length
0 | map('nofilter') | list
number | indent
list | indent
[1, 2, 3][1:] + [4]
text == "Hello, World" and list | length == 3
'yes' if 'a' in 'abc' and not no else 'no'
"é" < "z"
'a' ~ 'b' == 'ab'
('a', 'b') | join('-')
[1, [2, [3, []]]]
{'k': missing}
{'k': missing.x}
[missing.x]
"{{ 'x' }}"
"%}"
"}}"
'#}'
injected ~ injected | length
[injected]
injected | upper
injected.split('{{')
""".strip("\n").split("\n")

STATEMENTS = [
    # whitespace control
    "a {% if yes %} b {% endif %} c",
    "a\n{% if yes %}\nb\n{% endif %}\nc",
    "a\n  {% if yes %}\n  b\n  {% endif %}\n  c\n",
    "a\n  {%+ if yes %}\n  b\n  {%+ endif %}\n  c\n",
    "a\n  {%- if yes -%}\n  b\n  {%- endif -%}\n  c\n",
    "a\n{% if yes +%}\nb\n{% endif +%}\nc",
    "a \n\n {{- text -}} \n\n b",
    "a \n {{ text }} \n b",
    "  {{ text }}\n",
    "{{ text }}\n",
    "{{ text }}\n\n",
    "{% if yes %}x{% endif %}\n",
    "{% if yes %}x{% endif %}\n\n",
    "\n{% if yes %}x{% endif %}",
    "  {% if yes %}x{% endif %}  ",
    "\t {# comment #}\nx",
    "a {# comment #}\nx",
    "a {#- comment -#} \n x",
    "a\n   {#+ comment +#}\n x",
    "{# {{ text }} {% nope %} #}x",
    "{# a #}{# b #}\n{# c #}\nx",
    "{#-#}x{#+#}y{##}z",
    "{# no end",
    "{% raw %}{{ text }}{% if %}{# x #}{% endraw %}",
    "a\n  {% raw %}\n  {{ x }}\n  {% endraw %}\n  b",
    "a\n  {%- raw -%}\n  {{ x }}\n  {%- endraw -%}\n  b",
    "a\n  {%+ raw %}  {{ x }}  {%+ endraw +%}\n  b",
    "{% raw %}{% endraw %}x",
    "{% raw %}no end",
    "{%raw%}{{x}}{%endraw%}",
    "{% raw %}{% raw %}{% endraw %}",
    "{% set x = 1 %}\n{% set y = 2 %}\n{{ x + y }}",
    "{% set x = 1 -%}\n\n\n{{ x }}",
    "a{% set x = 1 %}b",
    "a\r\nb\r{{ text }}\r\n",
    "a\r\n  {% if yes %}\r\nb{% endif %}\r\n",
    "{%- if yes %}\n\n x{%- endif %}\n\n y",
    "x\n\n\n  {%- if yes %} y {% endif -%}  \n\n z",
    "{{-1}}",
    "{{- 1 -}}",
    "{{ 1 -}} x",
    "{{ -1 }}",
    "{{+1}}",
    "{{ 1 +}}",
    "{%-if yes-%} x {%-endif-%}",
    "{%if yes%}x{%endif%}",
    "{% if yes\n%}\nx{% endif\n\n%}",
    "{{\n  text\n  | upper\n}}",
    "a { b } {c} % # {",
    "{ {text} }",
    "{{ {'a': {'b': 1}} }}",
    "{{ {'a': {'b': 1}}['a']['b'] }}",
    "{{{'a':1}}}",
    "{{ '}}' }}{{ '{{' }}",
    "{% set x = '%}' %}{{ x }}",
    "\u00a0{% if yes %}x{% endif %}\u00a0\n",
    "\u2003{%- if yes %}x{% endif -%}\u2003y",
    "x\n\u3000{% if yes %}y{% endif %}",
    "x\x0b{% if yes %}y{% endif %}",
    "x\n\x0b\x0c{% if yes %}y{% endif %}",
    "   {%- set x = 1 %}\n   {{ x }}\n",
    "{% if yes %}\n    {{- 'a' }}\n{% else %}\n    {{- 'b' }}\n{% endif %}\n",
    # if
    "{% if number > 5 %}big{% elif number > 2 %}mid{% else %}small{% endif %}",
    "{% if no %}a{% elif no %}b{% endif %}",
    "{% if no %}a{% elif yes %}b{% elif yes %}c{% else %}d{% endif %}",
    "{% if missing %}a{% else %}b{% endif %}",
    "{% if list and data and text %}a{% endif %}",
    "{% if 1, 0 %}a{% endif %}",
    "{% if yes: %}a{% endif %}",
    "{% if %}a{% endif %}",
    "{% if yes %}a",
    "{% if yes %}a{% endfor %}",
    "{% endif %}",
    "{% else %}",
    "{% if no %}{{ missing.x.y }}{% endif %}x",
    "{% if no %}{{ text | nofilter }}{% endif %}x",
    "{% if yes if no else yes %}a{% endif %}",
    "{% if 'a' in 'abc' and not 'z' in 'abc' %}a{% endif %}",
    # for
    "{% for x in list %}{{ x }},{% endfor %}",
    "{% for x in list %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}"
    "{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.depth }}{{ loop.depth0 }} {% endfor %}",
    "{% for x in list %}{{ loop.previtem }}<{{ x }}>{{ loop.nextitem }} {% endfor %}",
    "{% for x in list %}{{ loop.previtem is defined }}{{ loop.nextitem is defined }} {% endfor %}",
    "{% for x in list %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for x in [1, 1, 2, 2, 1] %}{{ loop.changed(x) }} {% endfor %}",
    "{% for x in list %}{{ loop.cycle() }}{% endfor %}",
    "{% for x in list %}{{ loop.nope }}{% endfor %}",
    "{% for x in list %}{{ loop['index'] }}{% endfor %}",
    "{% for x in list %}{{ loop | length }}{% endfor %}",
    "{% for x in list %}{{ loop }}{{ loop is callable }}{{ loop is iterable }}{{ loop is mapping }}{% endfor %}",
    "{% for x in [] %}a{% else %}b{% endfor %}",
    "{% for x in list %}a{% else %}b{% endfor %}",
    "{% for x in list if x > 1 %}{{ x }}{{ loop.index }}{{ loop.last }}{% else %}none{% endfor %}",
    "{% for x in list if x > 9 %}{{ x }}{% else %}none{% endfor %}",
    "{% for x in list if x > 1 %}{{ loop.length }}{{ loop.revindex }}{{ x }} {% endfor %}",
    "{% for k, v in data.items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for k, v in data | items %}{{ k }}={{ v }};{% endfor %}",
    "{% for k in data %}{{ k }};{% endfor %}",
    "{% for k, v in data | dictsort %}{{ k }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for a, b in [[1, 2], (3, 4), 'xy'] %}{{ a }}{{ b }};{% endfor %}",
    "{% for a, (b, c) in [[1, [2, 3]]] %}{{ a }}{{ b }}{{ c }}{% endfor %}",
    "{% for (a, b) in [[1, 2]] %}{{ a }}{{ b }}{% endfor %}",
    "{% for a, b in [[1, 2, 3]] %}{{ a }}{% endfor %}",
    "{% for a, b in [1] %}{{ a }}{% endfor %}",
    "{% for x in text %}{{ x }}.{% endfor %}",
    "{% for x in wide %}{{ x }}.{% endfor %}",
    "{% for x in missing %}a{% else %}b{% endfor %}",
    "{% for x in none %}a{% endfor %}",
    "{% for x in 5 %}a{% endfor %}",
    "{% for x in range(3) %}{{ x }}{% endfor %}",
    "{% for a, in [[1], [2]] %}{{ a }}{% endfor %}",
    "{% set a, = [1] %}",
    "{% for x in 1, 2, 3 %}{{ x }}{% endfor %}",
    "{% for x in list | sort | reverse %}{{ x }}{{ loop.length }}{{ loop.last }} {% endfor %}",
    "{% for x in list %}{% if x == 1 %}{% break %}{% endif %}{{ x }}{% endfor %}",
    "{% for x in list %}{% if x == 1 %}{% continue %}{% endif %}{{ x }}{% endfor %}",
    "{% for x in list %}{% break %}{% else %}else{% endfor %}",
    "{% for x in list %}{% continue %}{% else %}else{% endfor %}",
    "{% for x in list %}{% if loop.first %}{% continue %}{% endif %}{{ x }}{% else %}else{% endfor %}",
    "{% for x in list %}{% for y in list %}{% if y == 1 %}{% break %}{% endif %}{{ x }}{{ y }} {% endfor %}{% endfor %}",
    "{% break %}",
    "{% continue %}",
    "{% for x in list %}{% macro m() %}{% break %}{% endmacro %}{% endfor %}",
    "{% for x in list %}{% else %}{% break %}{% endfor %}",
    "{% for x in list %}{% set y = x %}{% endfor %}{{ y }}",
    "{% set y = 0 %}{% for x in list %}{% set y = y + x %}{{ y }} {% endfor %}{{ y }}",
    "{% set ns = namespace(y=0) %}{% for x in list %}{% set ns.y = ns.y + x %}{% endfor %}{{ ns.y }}",
    "{% for x in list %}{{ x }}{% endfor %}{{ x }}",
    "{% set x = 'out' %}{% for x in list %}{{ x }}{% endfor %}{{ x }}",
    "{% for list in list %}{{ list }}{% endfor %}{{ list }}",
    "{% for x in list %}{{ loop.index }}{% for y in 'ab' %}{{ loop.index }}{% endfor %}{{ loop.index }} {% endfor %}",
    "{% for x in list %}{% set outer = loop %}{% for y in 'ab' %}{{ outer.index }}{{ loop.index }} {% endfor %}{% endfor %}",
    "{% for loop in list %}{% endfor %}",
    "{% for x in list %}{% set loop = 1 %}{% endfor %}",
    "{% set loop = 1 %}{{ loop }}",
    "{% set ns = namespace(stop=false) %}{% for x in list if not ns.stop %}{{ x }}{% if x == 1 %}{% set ns.stop = true %}{% endif %}{% endfor %}",
    "{% set ns = namespace(n=0) %}{% for x in list if ns.n < 2 %}{{ x }}{{ loop.last }}{% set ns.n = ns.n + 1 %}{% endfor %}",
    "{% for x in list %}{% if x > 1 %}{% set big = true %}{% endif %}{{ big }} {% endfor %}",
    "{% for x list %}{% endfor %}",
    "{% for 1 in list %}{% endfor %}",
    "{% for x.y in list %}{% endfor %}",
    "{% for x in list %}",
    "{% for m in messages %}{{ '<|' + m['role'] + '|>' + m.content + '\\n' }}{% endfor %}",
    "{% for m in messages[::-1] %}{{ m.role }}{% if not loop.last %}>{% endif %}{% endfor %}",
    "{% for m in messages %}{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('order') }}{% endif %}{% endfor %}",
    "{% for x in people | selectattr('tags') %}{{ x.name }}{% endfor %}",
    "{% set found = people | selectattr('tags') %}{% for x in found %}1{% endfor %}{% for x in found %}2{% endfor %}",
    "{% set found = people | map(attribute='name') %}{{ found | first }}{{ found | list }}{{ found | list }}",
    "{% set i = data.items() %}{{ i | length }}{% for k, v in i %}{{ k }}{% endfor %}{% for k, v in i %}{{ k }}{% endfor %}",
    "{{ 'Ann' in (people | map(attribute='name')) }}",
    # set
    "{% set a, b = 1, 2 %}{{ a }}{{ b }}",
    "{% set a, b = [1, 2] %}{{ a }}{{ b }}",
    "{% set (a, b) = (1, 2) %}{{ a }}{{ b }}",
    "{% set a, b = 1 %}",
    "{% set a, b = 1, 2, 3 %}",
    "{% set a = 1, 2 %}{{ a }}",
    "{% set x %}a {{ text }} b{% endset %}[{{ x }}]",
    "{% set x | upper %}a {{ text }}{% endset %}[{{ x }}]",
    "{% set x | upper | replace('A', '-') %}a {{ text }}{% endset %}[{{ x }}]",
    "{% set x %}{% set y = 1 %}{{ y }}{% endset %}{{ x }}{{ y }}",
    "{% set x %}\n  line\n{% endset %}[{{ x }}]",
    "{% for i in list %}{% set x %}{% if i == 1 %}{% break %}{% endif %}{{ i }}{% endset %}{{ x }}{% endfor %}",
    "{% set ns = namespace() %}{% set ns.a = 1 %}{{ ns.a }}{{ ns }}",
    "{% set ns = namespace() %}{% set ns.a, ns.b = 1, 2 %}{{ ns.a }}{{ ns.b }}",
    "{% set ns = namespace(a=1) %}{% set ns.a %}block{% endset %}{{ ns.a }}",
    "{% set data.a = 1 %}",
    "{% set missing.a = 1 %}",
    "{% set data['a'] = 1 %}",
    "{% set 1 = 1 %}",
    "{% set true = 1 %}",
    "{% set none = 1 %}",
    "{% set 'x' = 1 %}",
    "{% set x = %}",
    "{% set x %}",
    "{% set x = 1 if no %}{{ x is defined }}",
    "{% set x = x + 1 if x is defined else 10 %}{{ x }}",
    "{% set number = number + 1 %}{{ number }}",
    "{% if yes %}{% set number = 5 %}{% endif %}{{ number }}",
    "{% if no %}{% set number = 5 %}{% endif %}{{ number }}",
    "{% if no %}{% set fresh = 5 %}{% endif %}{{ fresh }}[{{ fresh is defined }}]",
    "{% for x in [1] %}{% set number = 5 %}{{ number }}{% endfor %}{{ number }}",
    "{% for x in [1, 2] %}{{ number }}{% set number = number + 1 %}{{ number }} {% endfor %}",
    "{% set a = [1] %}{% set b = a + [2] %}{{ a }}{{ b }}",
    "{% set é = 1 %}{{ é }}",
    # macros
    "{% macro m() %}x{% endmacro %}{{ m() }}{{ m() }}",
    "{% macro m(a, b='d') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(b=3, a=4) }}{{ m() }}",
    "{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=1) }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}",
    "{% macro m(a) %}{{ a is defined }}{% endmacro %}{{ m() }}{{ m(none) }}",
    "{% macro m(a) %}{{ a.x }}{% endmacro %}{{ m() }}",
    "{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}",
    "{% macro m(a) %}{{ varargs | join }}{% endmacro %}{{ m(1, 2, 3) }}",
    "{% macro m(a, kwargs) %}{{ kwargs }}{% endmacro %}{{ m(1, 2) }}",
    "{% macro m(a=1, b) %}{% endmacro %}",
    "{% macro m(a, a) %}{% endmacro %}",
    "{% macro m(1) %}{% endmacro %}",
    "{% macro m %}{% endmacro %}",
    "{% macro m() %}x",
    "{% macro fact(n) %}{% if n <= 1 %}1{% else %}{{ n * (fact(n - 1) | int) }}{% endif %}{% endmacro %}{{ fact(5) }}",
    "{% macro m() %}{{ number }}{% set number = 1 %}{% endmacro %}{{ m() }}{{ number }}",
    "{% macro m() %}{% set inner = 1 %}{{ inner }}{% endmacro %}{{ m() }}{{ inner }}",
    "{% macro m() %}{{ later }}{% endmacro %}{% set later = 1 %}{{ m() }}",
    "{% set ns = namespace(x=1) %}{% macro m() %}{% set ns.x = ns.x + 1 %}{% endmacro %}{{ m() }}{{ ns.x }}",
    "{{ m() }}{% macro m() %}x{% endmacro %}",
    "{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m('x') | upper ~ 'y' }}",
    "{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m('x') + 'y' }}{{ m('x') | length }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{% for x in list %}{{ m(x) }}{% endfor %}",
    "{% macro m() %}{{ x }}{% endmacro %}{% for x in list %}{{ m() }}{% endfor %}",
    "{% for x in list %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}{% endfor %}",
    "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}",
    "{% macro m() %}\n  x\n{% endmacro %}\n[{{ m() }}]",
    "{%- macro m(a) -%}\n  {{- a -}}\n{%- endmacro -%}\n[{{ m('x') }}]",
    "{% macro m() %}{% for x in list %}{{ loop.index }}{% endfor %}{% endmacro %}{% for y in 'ab' %}{{ m() }}{% endfor %}",
    "{% macro m(p) %}{% if p is mapping %}{% for k, v in p.items() %}{{ k }}:{{ m(v) }};{% endfor %}{% else %}{{ p }}{% endif %}{% endmacro %}{{ m({'a': {'b': 1}, 'c': 2}) }}",
    "{{ m }}{% macro m() %}{% endmacro %}",
    "{% macro m() %}{% endmacro %}{{ m }}",
    "{% macro m() %}{% endmacro %}{{ m is callable }}{{ m is defined }}{{ n is callable }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(*[1]) }}{{ m(**{'a': 2}) }}",
    "{% if yes %}{% macro m() %}x{% endmacro %}{% endif %}{{ m() }}",
    # generation, filter and with blocks
    "{% generation %}a{{ text }}{% endgeneration %}",
    "{% for m in messages %}{% if m.role == 'assistant' %}{% generation %}{{ m.content }}{% endgeneration %}{% endif %}{% endfor %}",
    "{% generation %}{% set x = 1 %}{{ x }}{% endgeneration %}{{ x }}",
    "  {% generation %}\n  a\n  {% endgeneration %}\n  b",
    "{%- generation -%} a {%- endgeneration -%} b",
    "{% generation %}a",
    "{% for x in list %}{% generation %}{% break %}{% endgeneration %}{% endfor %}",
    "{% filter upper %}a {{ text }}{% endfilter %}",
    "{% filter upper | replace('A', '-') %}a{% endfilter %}",
    "{% filter indent(2) %}a\nb{% endfilter %}",
    "{% filter nofilter %}a{% endfilter %}",
    "{% with x = 1 %}{{ x }}{% endwith %}{{ x }}",
    "{% with x = 1, y = 2 %}{{ x }}{{ y }}{% set x = 3 %}{{ x }}{% endwith %}{{ x }}",
    "{% with %}{% set x = 1 %}{{ x }}{% endwith %}{{ x }}",
    "{% with number = number + 1 %}{{ number }}{% endwith %}{{ number }}",
    # tags that are not there
    "{% nope %}",
    "{% 1 %}",
    "{% %}",
    "{% set %}",
    "{{ }}",
    "{{",
    "{%",
    "{{ text",
    "{% if yes",
    "{% if yes }}x{% endif %}",
    "{{ text %}",
    "}}",
    "%}",
    "",
    "\n",
    "\n\n",
    " ",
    # values that look like templates
    "{{ injected }}",
    "{% set x = injected %}{{ x }}{{ x | trim }}{{ x ~ '' }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(injected) }}",
    "{% set x %}{{ injected }}{% endset %}{{ x }}",
    "{{ '{{ text }}' }}{{ '{% raw %}' }}",
    "{% for m in messages %}{{ m.content }}{% endfor %}",
    "{{ messages | tojson }}",
    "{{ messages }}",
    # printing
    "{{ [1, 'a', none, true, 1.5, (1,), {'k': [missing]}] }}",
    "{{ 1, 'a' }}",
    "{{ {'a': \"it's\"} }}",
    "{{ text }}{{ text }}{{ number }}",
    "{{ [text] | string | upper }}",
    "{{ none }}{{ true }}{{ missing }}{{ 1.0 }}",
    "{% set ns = namespace(a='x', b=[1]) %}{{ ns }}",
]

SNIPPETS = [f"[{{{{ {expression} }}}}]" for expression in EXPRESSIONS] + STATEMENTS

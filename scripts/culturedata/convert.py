import re,sys
def blocks():
    cur=None
    for l in open('all.txt',encoding='utf-8'):
        l=l.rstrip('\n')
        if l.startswith('@'):
            if cur: yield cur
            cur={'name':l[1:]}
        else:
            k,v=l.split('=',1); cur[k]=v
    yield cur
def datepat(p):
    out='';i=0
    while i<len(p):
        c=p[i]
        if c=="'":
            j=p.find("'",i+1)
            out+=p[i:j+1]; i=j+1; continue
        n=1
        while i+n<len(p) and p[i+n]==c: n+=1
        if c in 'Eec': out+='d'*max(n,3); i+=n
        elif c in 'LM': out+='M'*(3 if n>4 else n); i+=n
        elif c=='G': out+='g'; i+=n
        elif c=='y': out+='y'*(4 if n==1 else n); i+=n
        else: out+=c; i+=1
    return out
def timepat(p):
    out='';i=0;ampm=False
    while i<len(p):
        c=p[i]
        if c=="'":
            j=p.find("'",i+1); out+=p[i:j+1]; i=j+1; continue
        if c in ':.Hhms\u202f': out+=c
        elif c in ' \u00a0': out+=' '
        elif c in 'abB' and not ampm: ampm=True; out+='tt'
        i+=1
    return out
def fixshort(l):
    s=l[0]
    m=re.search(r"(?<!y)yy(?!y)",s)
    if not m: return l
    l=list(l)
    # only the first y run counts
    i=s.index('y')
    if s[i:i+2]!='yy' or s[i:i+3]=='yyy': return l
    l[0]=s[:i]+'yyyy'+s[i+2:]
    for k in range(1,len(l)):
        if l[k]==l[0]: l[k]=s; return l
    l.append(s); return l
def uniq(l):
    o=[]
    for x in l:
        if x not in o: o.append(x)
    return o
CNEG=["(Cn)","-Cn","C-n","Cn-","(nC)","-nC","n-C","nC-","-n C","-C n","n C-","C n-","C -n","n- C","(C n)","(n C)","C- n"]
CPOS=["Cn","nC","C n","n C"]
PNEG=["-n %","-n%","-%n","%-n","%n-","n-%","n%-","-% n","n %-","% n-","% -n","n- %"]
PPOS=["n %","n%","%n","% n"]
NNEG=["(n)","-n","- n","n-","n -"]
def norm(p,neg):
    parts=re.split(r";",p)
    if neg:
        p=parts[1] if len(parts)>1 else '-'+parts[0]
    else: p=parts[0]
    out='';q=False;had=False
    for c in p:
        if c=="'": q=not q; continue
        if q: continue
        if c in '#0,.':
            if not had: out+='n'; had=True
        elif c=='¤':
            if not out.endswith('C'): out+='C'
        elif c=='%': out+='%'
        elif c in ' \u00a0\u202f': out+=' '
        elif c in '-\u2212()': out+=c if c!='\u2212' else '-'
    return out.strip()
def idx(tab,p,d):
    return tab.index(p) if p in tab else d
LISTSEP_COMMA={'en','ja','zh','ko','th','he','hi','ar-','bn','te','ta','ml','kn','gu','pa','mr','or','as','ur','ne','si','km','lo','my'}
def conv(b):
    r={}
    r['LCID']=b['lcid']; r['ISO3']=b['iso3']; r['EnglishName']=b['english']; r['NativeName']=b['native']
    r['FirstDay']=b['firstday']; m=int(b['minweek']); r['WeekRule']='0' if m==1 else '1' if m==7 else '2'
    sd=fixshort([datepat(b['date.short']),datepat(b['date.medium']),datepat(b['date.yMd'])])
    r['ShortDates']='|'.join(uniq(sd))
    r['LongDates']='|'.join(uniq([datepat(b['date.full']),datepat(b['date.long'])]))
    r['YearMonth']=datepat(b['date.ym']); r['MonthDay']=datepat(b['date.md'])
    r['ShortTime']=timepat(b['time.short']); r['LongTime']=timepat(b['time.long'])
    r['Months']=b['months']; r['MonthsAbbr']=b['months.abbr']
    r['MonthsGen']=b['months.gen']; r['MonthsAbbrGen']=b['months.abbrgen']
    r['Days']=b['days']; r['DaysAbbr']=b['days.abbr']; r['DaysShortest']=b['days.shortest'] or b['days.narrow']
    r['AMPM']=b['ampm']; r['Era']=b['eras'].split('|')[-1]
    r['Decimal']=b['num.decimal']; r['Group']=b['num.group']; r['Plus']=b['num.plus']; r['Minus']=b['num.minus']
    r['Percent']=b['num.percent']; r['PerMille']=b['num.permille']; r['NaN']=b['num.nan']; r['Infinity']=b['num.inf']
    a,s=b['num.sizes'].split('|'); r['Sizes']=a if s in('0',a) else a+'|'+s
    r['Digits']=b['num.digits']; r['NumberNegative']=str(idx(NNEG,norm(b['num.pattern'],True),1))
    r['Currency']=b['cur.symbol']; r['CurrencyISO']=b['cur.iso']; r['CurrencyDecimal']=b['cur.decimal']; r['CurrencyGroup']=b['cur.group']
    r['CurrencyDigits']=b['cur.digits']
    cn=norm(b['cur.pattern'],True); cp=norm(b['cur.pattern'],False)
    if cn not in CNEG: print('neg?',b['name'],repr(cn),b['cur.pattern'],file=sys.stderr)
    if cp not in CPOS: print('pos?',b['name'],repr(cp),b['cur.pattern'],file=sys.stderr)
    r['CurrencyNegative']=str(idx(CNEG,cn,0)); r['CurrencyPositive']=str(idx(CPOS,cp,0))
    pn=norm(b['pct.pattern'],True); pp=norm(b['pct.pattern'],False)
    if pn not in PNEG: print('pct?',b['name'],repr(pn),b['pct.pattern'],file=sys.stderr)
    r['PercentNegative']=str(idx(PNEG,pn,0)); r['PercentPositive']=str(idx(PPOS,pp,0))
    return r
HEAD = """# Cultures as .NET reads them from ICU 72 (CLDR 42), written by scripts/culturedata. A culture gives what differs
# from the culture its name begins with. CLDR data is (c) 2022 Unicode, Inc., under the Unicode License.
"""
def main():
    all_ = list(blocks())
    all_ = sorted((b for b in all_ if b['calendar'] == 'gregorian'), key=lambda b: b['name'])
    converted = {b['name']: conv(b) for b in all_}
    out = [HEAD]
    for b in all_:
        name = b['name']
        full, base, parts = converted[name], None, name.split('-')
        for k in range(len(parts) - 1, 0, -1):
            if '-'.join(parts[:k]) in converted: base = converted['-'.join(parts[:k])]; break
        fields = full if base is None else {k: v for k, v in full.items() if v != base.get(k)}
        out.append('@' + name + '\n' + ''.join(f'{k}={v}\n' for k, v in fields.items()))
    open('cultures.txt', 'w', encoding='utf-8').write(''.join(out))
main()

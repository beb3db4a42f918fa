# C# of plain types becomes classes and enums.
Add-Type -TypeDefinition @'
using System;
using System.Collections.Generic;
namespace Shop
{
    [Flags]
    public enum Marks : byte { None = 0, Sold = 1, Gift = 2, Both = Sold | Gift, Last = 1 << 3 }

    public static class Count
    {
        private static int calls = 0;
        public const string Title = "count";
        public static int Calls { get { return calls; } }
        public static int Halve(int n) { calls++; return n / 2; }
        public static int Truncate(double d) { return (int)d; }
        public static string Name(object x)
        {
            if (x == null) { return "nothing"; }
            switch (x.ToString())
            {
                case "one":
                case "uno":
                    return "1";
                case "two":
                    break;
                default:
                    throw new ArgumentException("no number: " + x);
            }
            return $"<{x,5}> {Title} {{{calls:D3}}}";
        }
        public static int[] Primes(int max)
        {
            var list = new List<int>();
            for (int i = 2; i <= max; i++)
            {
                bool prime = true;
                foreach (int p in list) { if (i % p == 0) { prime = false; break; } }
                if (prime) list.Add(i);
            }
            return list.ToArray();
        }
        public static string Reverse(string s)
        {
            char[] c = new char[s.Length];
            for (int i = 0, j = s.Length - 1; i < s.Length; i++, j--) { c[i] = s[j]; }
            return new string(c);
        }
        public static string Parse(string s)
        {
            try { return int.Parse(s).ToString("D4"); }
            catch (FormatException e) { return "bad: " + e.GetType().Name; }
            finally { calls = 100; }
        }
        public static string Letters(int n) { string s = ""; while (n > 0) { s += (char)('a' + n-- % 26); } return s; }
    }

    public class Account : IComparable
    {
        private decimal _balance;
        public string Owner { get; set; }
        public int? Limit { get; set; } = 3;
        public decimal Balance { get { return _balance; } }
        public Account(string owner, decimal start) { Owner = owner; _balance = start; }
        public void Deposit(decimal amount)
        {
            if (amount <= 0) throw new ArgumentOutOfRangeException("amount");
            _balance += amount;
        }
        public int CompareTo(object other) { var o = other as Account; return o == null ? 1 : Balance.CompareTo(o.Balance); }
        public override string ToString() => Owner + ": " + _balance;
    }
    public class Savings : Account
    {
        public class Rates { public double Low = 0.25; }
        public Rates Rate = new Rates();
        public Savings(string owner) : base(owner, 10m) { }
    }
}
public struct Pair { public string s; public int n; }
'@
[Shop.Marks]::Both; [int] [Shop.Marks]::Last; [Shop.Marks] 'Sold, Gift'; [Enum]::GetUnderlyingType([Shop.Marks]).Name
[Shop.Count]::Halve(-7); [Shop.Count]::Halve(9); [Shop.Count]::Calls; [Shop.Count]::Truncate(2.9)
[Shop.Count]::Name($null); [Shop.Count]::Name('uno'); [Shop.Count]::Name('two')
try { [Shop.Count]::Name('x') } catch { $_.Exception.GetBaseException().Message }
[Shop.Count]::Primes(20) -join ' '
[Shop.Count]::Reverse('hello'); [Shop.Count]::Parse('7'); [Shop.Count]::Parse('z'); [Shop.Count]::Calls; [Shop.Count]::Letters(3)
$ann = [Shop.Savings]::new('Ann'); $ann.Deposit(2.5); "$ann"; $ann.Limit; $ann.Rate.Low
$ann.GetType().FullName; $ann.GetType().BaseType.FullName; [Shop.Savings+Rates]::new().Low
try { $ann.Deposit(0) } catch { $_.Exception.GetBaseException().GetType().Name }
$bob = New-Object Shop.Account Bob, 3
($ann, $bob | Sort-Object).Owner -join ','
([Pair] @{ s = 'abc' }).s; (New-Object Pair -Property @{ s = 'x'; n = 3 }).n
function Use-Marks([Shop.Marks] $m) { "$m" }
Use-Marks Gift
# Members alone, and functions of libraries that are not here.
(Add-Type -Name Tools -Namespace Native -PassThru -MemberDefinition @'
[DllImport("user32.dll")] public static extern bool ShowWindow(IntPtr window, int command);
public static int Add(int a, int b) { return a + b; }
'@).FullName
[Native.Tools]::Add(1, 2)
try { [Native.Tools]::ShowWindow([IntPtr]::Zero, 1) } catch { $_.Exception.GetBaseException().GetType().Name }
# What cannot be written so is refused, with its line.
try { Add-Type "public class X {`n int F() { return y; } }" } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
try { Add-Type 'public interface IThing { }' } catch { $_.Exception.Message }

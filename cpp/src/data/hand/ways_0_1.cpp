// SPDX-License-Identifier: MIT
// 0 and 1: the knots of each way in the order in which the pen passes them.
#include "data/hand/ways.h"

namespace mlp {
namespace {

constexpr Join C = Join::kCorner;
constexpr Join L = Join::kLift;

constexpr Knot k0Plain[] = {{35, 0},  {13, 14}, {2, 50},  {12, 86}, {32, 100},
                            {53, 86}, {63, 50}, {54, 15}, {32, 0}};
constexpr Knot k0Overlap[] = {{43, 4},  {28, 1},  {11, 16}, {2, 52}, {12, 87}, {32, 100},
                              {53, 86}, {63, 50}, {54, 16}, {35, 2}, {19, 10}};
constexpr Knot k0Spiral[] = {{44, 6},  {20, 6},  {4, 46}, {14, 90}, {34, 98},
                             {54, 76}, {60, 36}, {44, 5}, {30, 12}, {26, 36}};
constexpr Knot k0Curl[] = {{22, 8},  {9, 28},  {2, 58}, {13, 90}, {32, 100}, {54, 84},
                           {63, 48}, {52, 14}, {30, 2}, {22, 14}, {43, 20}};
constexpr Knot k0Open[] = {{36, 2},  {12, 14}, {2, 50},  {12, 86}, {32, 100},
                           {53, 86}, {63, 50}, {56, 18}, {44, 4}};
constexpr Knot k0OpenWide[] = {{30, 8},  {10, 22}, {2, 52},  {12, 86}, {32, 100},
                               {54, 84}, {62, 50}, {60, 22}, {54, 8}};
constexpr Knot k0Slashed[] = {{35, 0},  {13, 14}, {2, 50},    {12, 86}, {32, 100}, {53, 86},
                              {63, 50}, {54, 15}, {32, 0, L}, {52, 18}, {14, 84}};
constexpr Knot k0SlashedThrough[] = {{35, 0},  {13, 14}, {2, 50},    {12, 86}, {32, 100}, {53, 86},
                                     {63, 50}, {54, 15}, {32, 0, L}, {72, -8}, {-8, 108}};
constexpr Knot k0Entry[] = {{6, 28},   {16, 12}, {32, 2}, {52, 14}, {62, 50}, {52, 86},
                            {32, 100}, {12, 86}, {3, 50}, {12, 16}, {36, 2}};
constexpr Knot k0EntryLong[] = {{-22, 38}, {-2, 16}, {26, 2}, {54, 14}, {62, 50}, {50, 88},
                                {30, 100}, {8, 84},  {2, 50}, {14, 14}, {44, 6}};
constexpr Way k0[] = {
    {"plain", 6, 2, k0Plain},
    {"overlapping", 4, 1, k0Overlap},
    {"spiral", 1.2F, 1, k0Spiral},
    {"curled", 0.5F, 1, k0Curl},
    {"open", 0.3F, 1, k0Open, k0OpenWide},
    {"entry stroke", 0.1F, 1.2F, k0Entry, k0EntryLong},
    {"slashed", 0.25F, 2.5F, k0Slashed, k0SlashedThrough},
};
static_assert(are_sound(k0));

constexpr Knot k1Plain[] = {{30, 0}, {30, 50}, {30, 100}};
constexpr Knot k1Tick[] = {{20, 14}, {32, 0, C}, {32, 50}, {32, 100}};
constexpr Knot k1Flag[] = {{20, 18}, {27, 9}, {34, 0, C}, {34, 50}, {34, 100}};
constexpr Knot k1FlagLong[] = {{-16, 64}, {8, 34}, {36, 0, C}, {34, 50}, {32, 100}};
constexpr Knot k1FlatFlag[] = {{10, 16}, {22, 9}, {34, 0, C}, {34, 50}, {33, 100}};
constexpr Knot k1FlatFlagLong[] = {{-26, 40}, {4, 20}, {36, 0, C}, {33, 50}, {30, 100}};
constexpr Knot k1HookedFlag[] = {{4, 30}, {6, 24}, {18, 14}, {34, 0, C}, {34, 50}, {34, 100}};
constexpr Knot k1HookedFlagLong[] = {{-22, 62},  {-16, 46}, {6, 30},
                                     {36, 0, C}, {34, 50},  {32, 100}};
constexpr Knot k1Arched[] = {{10, 26}, {22, 8}, {33, 2}, {36, 16}, {34, 55}, {33, 100}};
constexpr Knot k1ArchedLong[] = {{-12, 54}, {8, 24}, {28, 2}, {38, 8}, {35, 50}, {31, 100}};
constexpr Knot k1FlagBase[] = {{16, 18},     {25, 9},   {34, 0, C}, {34, 50},
                               {34, 100, L}, {20, 100}, {48, 100}};
constexpr Knot k1FlagBaseLong[] = {{-12, 52},    {10, 28},  {36, 0, C}, {35, 50},
                                   {34, 100, L}, {-6, 102}, {78, 98}};
constexpr Knot k1FlagBaseJoined[] = {{16, 18},    {25, 9},      {34, 0, C}, {34, 50},
                                     {33, 99, C}, {16, 100, C}, {50, 98}};
constexpr Knot k1FlagBaseJoinedLong[] = {{-8, 44},    {12, 24},     {36, 0, C}, {35, 50},
                                         {34, 99, C}, {-2, 101, C}, {76, 95}};
constexpr Knot k1Base[] = {{30, 0}, {30, 50}, {30, 100, L}, {16, 100}, {44, 100}};
constexpr Knot k1BaseLong[] = {{30, 0}, {30, 50}, {30, 100, L}, {-8, 102}, {70, 98}};
constexpr Knot k1FootLeft[] = {{18, 20}, {26, 10}, {34, 0, C}, {34, 56}, {30, 90}, {16, 100}};
constexpr Knot k1FootRight[] = {{0, 44}, {16, 24}, {36, 0, C}, {33, 60}, {38, 92}, {54, 96}};
constexpr Way k1[] = {
    {"plain", 8, 1, k1Plain},
    {"tick", 0.7F, 0.5F, k1Tick},
    {"flag", 0.8F, 3, k1Flag, k1FlagLong},
    {"flat flag", 0.1F, 1.5F, k1FlatFlag, k1FlatFlagLong},
    {"hooked flag", 0.1F, 2, k1HookedFlag, k1HookedFlagLong},
    {"arched flag", 0.1F, 1.5F, k1Arched, k1ArchedLong},
    {"flag and base", 0.7F, 2, k1FlagBase, k1FlagBaseLong},
    {"flag and base, one stroke", 0.1F, 1.5F, k1FlagBaseJoined, k1FlagBaseJoinedLong},
    {"base", 0.2F, 0.7F, k1Base, k1BaseLong},
    {"foot", 0.2F, 0.7F, k1FootLeft, k1FootRight},
};
static_assert(are_sound(k1));

}  // namespace

std::span<const Way> ways_of_0() { return k0; }
std::span<const Way> ways_of_1() { return k1; }

}  // namespace mlp
